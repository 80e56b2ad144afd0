// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** Lays out the help of a command. */
public final class UsageText {

    private static final int OPTION_COLUMN = 30;

    /** Where picocli puts descriptions when options may be that wide, and a column to spare. */
    private static final int TEXT_COLUMN = OPTION_COLUMN + 6;
    private static final String HANGING = "  ";

    private UsageText() {
    }

    /**
     * How help is to look.
     *
     * @param width columns
     * @param colour whether headings and options may be set off by ANSI sequences
     */
    public record Shape(int width, boolean colour) {

        private static final int LEAST = 80;
        private static final int MOST = 100;

        /** Keeps the width readable: 80 to 100 columns. */
        public Shape {
            width = Math.max(LEAST, Math.min(MOST, width));
        }
    }

    /** Options and arguments are laid out by picocli; the rest is printed as it is, so that examples can be copied. */
    static String of(CommandModel model, CommandSpec spec, Shape shape) {
        // Only shown so; that --name=value works too needs no telling.
        spec.parser().separator(" ");
        spec.usageMessage().width(shape.width()).longOptionsMaxWidth(OPTION_COLUMN).sortOptions(false)
                .abbreviateSynopsis(true).adjustLineBreaksForWideCJKCharacters(true)
                .synopsisHeading("Usage: ")
                .customSynopsis(escaped(spec.name() + (model.usage().isEmpty() ? "" : " " + model.usage())))
                .descriptionHeading("%n")
                .description(escaped(paragraphs(model.description(), shape.width())))
                .parameterListHeading(model.positional().most() > 0 ? "%nArguments:%n" : "")
                .optionListHeading(model.groups().isEmpty() ? "%n" : "");
        CommandLine line = new CommandLine(spec);
        return line.getUsageMessage(shape.colour() ? Ansi.ON : Ansi.OFF) + footer(model, shape.width());
    }

    private static List<String> paragraphs(List<String> texts, int width) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            lines.addAll(wrapped(text, width, ""));
        }
        return lines;
    }

    /** Breaks a description at blanks only; picocli by itself would break behind any dot or dash. */
    static String[] beside(String description, int width) {
        List<String> lines = wrapped(description, width - TEXT_COLUMN, HANGING);
        lines.set(0, lines.get(0).substring(HANGING.length()));
        return escaped(lines);
    }

    private static String footer(CommandModel model, int width) {
        List<String> lines = new ArrayList<>();
        if (!model.examples().isEmpty()) {
            lines.add("");
            lines.add("Examples:");
        }
        for (Example example : model.examples()) {
            lines.add("");
            lines.addAll(wrapped(example.purpose(), width, "  "));
            example.commandLine().lines().forEach(line -> lines.add("    " + line));
        }
        for (String note : model.notes()) {
            lines.add("");
            lines.addAll(wrapped(note, width, ""));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Breaks a text into lines; a text that has lines of its own keeps them. */
    private static List<String> wrapped(String text, int width, String indent) {
        if (text.indexOf('\n') >= 0) {
            return text.lines().map(line -> indent + line).toList();
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(indent.length());
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Makes a text safe from being read as a format or as markup. */
    static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static String[] escaped(List<String> texts) {
        return texts.stream().map(UsageText::escaped).toArray(String[]::new);
    }
}
