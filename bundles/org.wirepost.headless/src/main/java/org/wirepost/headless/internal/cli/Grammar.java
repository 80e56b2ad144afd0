// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.List;
import java.util.Optional;
import org.wirepost.headless.internal.cli.UsageText.Shape;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command as picocli sees it: finds what is wrong with a command line, and writes the help. */
public final class Grammar {

    private static final String HELP = "--help";
    private static final int UNWRAPPED = Integer.MAX_VALUE;

    private final CommandModel model;
    private final String name;

    /**
     * Builds picocli's view of a command.
     *
     * @param model the command
     */
    public Grammar(CommandModel model) {
        this.model = model;
        this.name = "wirepost " + model.name();
    }

    /**
     * Builds the specification of a command under a name, for reading and completing.
     *
     * @param model the command
     * @param name what it is called where it stands
     * @return a specification without subcommands
     */
    static CommandSpec spec(CommandModel model, String name) {
        // The completion script makes a function name of the label, which - is none.
        CommandSpec spec = empty(model, name, model.positional().label().equals("-") ? "STDIN"
                : model.positional().label(), UNWRAPPED);
        for (OptionGroup group : model.groups()) {
            for (OptionModel option : group.options()) {
                spec.addOption(spec(option, UNWRAPPED));
            }
        }
        return spec.addOption(helpOption());
    }

    private static CommandSpec empty(CommandModel model, String name, String label, int width) {
        CommandSpec spec = CommandSpec.create().name(name);
        // Texts are taken as they are: no variables, no files of arguments, no other way to say the same.
        spec.interpolateVariables(false);
        spec.parser().expandAtFiles(false).posixClusteredShortOptionsAllowed(false)
                .allowOptionsAsOptionParameters(false).unmatchedOptionsAllowedAsOptionParameters(false)
                .overwrittenOptionsAllowed(false);
        if (model.positional().most() > 0) {
            spec.addPositional(spec(model.positional(), label, width));
        }
        return spec;
    }

    private static OptionSpec helpOption() {
        return OptionSpec.builder("-h", HELP).usageHelp(true).description("Show this help.").build();
    }

    /** Builds the specification for help, with the options under their headings. */
    private static CommandSpec shown(CommandModel model, String name, int width) {
        CommandSpec spec = empty(model, name, model.positional().label(), width);
        OptionSpec help = helpOption();
        for (OptionGroup group : model.groups()) {
            ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false).multiplicity("0..1")
                    .heading("%n" + group.heading() + ":%n").order(spec.argGroups().size());
            for (OptionModel option : group.options()) {
                section.addArg(spec(option, width));
            }
            if (spec.argGroups().size() == model.groups().size() - 1) {
                section.addArg(help);
            }
            spec.addArgGroup(section.build());
        }
        return model.groups().isEmpty() ? spec.addOption(help) : spec;
    }

    private static PositionalParamSpec spec(Positional positional, String label, int width) {
        PositionalParamSpec.Builder builder = PositionalParamSpec.builder().paramLabel(label)
                .arity(positional.least() + ".." + positional.most())
                .description(UsageText.beside(positional.description(), width));
        return positional.most() == 1 ? builder.index("0").type(String.class).build()
                : builder.index("0..*").type(List.class).auxiliaryTypes(String.class).build();
    }

    private static OptionSpec spec(OptionModel option, int width) {
        OptionSpec.Builder builder = option.shortName().isEmpty() ? OptionSpec.builder(option.name())
                : OptionSpec.builder(option.shortName(), option.name());
        builder.description(UsageText.beside(option.description(), width));
        if (!option.takesValue()) {
            return builder.arity("0").type(boolean.class).build();
        }
        builder.arity("1").paramLabel(option.label());
        return option.repeatable() ? builder.type(List.class).auxiliaryTypes(String.class).build()
                : builder.type(String.class).build();
    }

    /**
     * Says what is wrong with a command line that {@link QuickReader} has not taken.
     *
     * @param words the words behind the command's name
     * @throws Fault unless help is asked for
     */
    public void explain(List<String> words) throws Fault {
        refuseDash(words);
        ParseResult result;
        try {
            result = new CommandLine(spec(model, name)).parseArgs(words.toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw UsageFault.of(model, e);
        }
        if (!result.isUsageHelpRequested()) {
            // picocli takes -5 for a value where no option looks like it.
            throw Fault.usage("A value that begins with a dash must stand behind an equals sign, as in --subject=-5, "
                    + "and an argument behind -- alone.").withHint(UsageFault.hint(model));
        }
    }

    /** What begins with a dash is never taken for a value, so that a forgotten value does not swallow an option. */
    private void refuseDash(List<String> words) throws Fault {
        for (int i = 1; i < words.size() && !words.get(i - 1).equals("--"); i++) {
            String word = words.get(i);
            Optional<OptionModel> before = model.option(words.get(i - 1));
            boolean unknown = word.startsWith("-") && word.length() > 1 && !word.startsWith("--")
                    && model.option(word).isEmpty() && !word.equals("-h");
            if (unknown && before.isPresent() && before.get().takesValue()) {
                String option = before.get().name();
                throw Fault.usage("Option " + option + " is followed by " + word
                        + ", which looks like an option; write "
                        + option + "=" + word + " if it is the value.").withHint(UsageFault.hint(model));
            }
        }
    }

    /**
     * Writes the help.
     *
     * @param shape how wide, and whether headings are bold
     * @return lines, each ended by LF
     */
    public String help(Shape shape) {
        return UsageText.of(model, shown(model, name, shape.width()), shape);
    }
}
