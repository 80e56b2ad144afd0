// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.OptionGroup;
import org.wirepost.headless.internal.cli.OptionModel;
import org.wirepost.headless.internal.cli.QuickReader;
import org.wirepost.headless.internal.command.Command;
import org.wirepost.headless.internal.command.Commands;
import org.wirepost.headless.internal.command.Services;

class HelpTest {

    @TempDir
    Path folder;
    private Shell shell;
    private Commands commands;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
        commands = new Commands(new Services(shell.delivery(), Optional::empty));
    }

    @Test
    void withoutACommandTheUsageGoesToStandardErrorAndTheExitCodeSaysSo() {
        Shell.Result result = shell.run();

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("Usage: wirepost COMMAND").contains("send ", "demo ", "account add ");
    }

    @Test
    void helpGoesToStandardOutput() {
        for (String[] words : List.of(new String[] {"help"}, new String[] {"--help"}, new String[] {"-h"})) {
            Shell.Result result = shell.run(words);
            assertThat(result.code()).isZero();
            assertThat(result.out()).startsWith("Usage: wirepost COMMAND");
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void everyCommandExplainsItself() {
        for (String name : commands.names()) {
            List<String> words = new ArrayList<>(List.of(name.split(" ")));
            words.add("--help");
            Shell.Result result = shell.run(words.toArray(new String[0]));

            assertThat(result.code()).as(name).isZero();
            assertThat(result.out()).as(name).startsWith("Usage: wirepost " + name).contains("Examples:", "--help");
            assertThat(shell.run(("help " + name).split(" ")).out()).isEqualTo(result.out());
        }
    }

    @Test
    void helpFitsIntoEightyColumns() {
        shell.terminal(80, "").set("NO_COLOR", "1");

        for (String name : commands.names()) {
            assertThat(shell.run(("help " + name).split(" ")).lines()).as(name).allMatch(line -> line.length() <= 80);
        }
        assertThat(shell.run("help").lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void examplesArePrintedAsTheyAreTyped() {
        shell.terminal(80, "").set("NO_COLOR", "1");

        for (Command command : commands.all()) {
            String help = shell.run(("help " + command.model().name()).split(" ")).out();
            for (Example example : command.model().examples()) {
                assertThat(help).contains(example.commandLine().indent(4));
            }
        }
    }

    @Test
    void descriptionsBreakAtBlanksOnly() {
        shell.terminal(80, "").set("NO_COLOR", "1");

        for (Command command : commands.all()) {
            List<String> words = List.of(shell.run(("help " + command.model().name()).split(" ")).out().split("\\s+"));
            for (OptionGroup group : command.model().groups()) {
                for (OptionModel option : group.options()) {
                    assertThat(words).as(option.name()).containsAll(List.of(option.description().split(" ")));
                }
            }
        }
    }

    @Test
    void everyExampleIsAValidCommandLine() {
        for (Command command : commands.all()) {
            for (Example example : command.model().examples()) {
                for (List<String> words : commandLines(example.commandLine())) {
                    CommandModel model = commands.find(words.get(0)).map(Command::model).orElseGet(
                            () -> commands.find(words.get(0) + " " + words.get(1)).orElseThrow().model());
                    int name = model.name().split(" ").length;
                    assertThat(QuickReader.read(model, words.subList(name, words.size()))).as("%s", words).isPresent();
                }
            }
        }
    }

    /** Splits like a shell, as far as examples need it. */
    private static List<List<String>> commandLines(String example) {
        List<List<String>> lines = new ArrayList<>();
        for (String part : example.replace("\\\n", " ").split("&&|\\||\n|<\\(|2?> |\\)")) {
            List<String> words = new ArrayList<>();
            var matcher = java.util.regex.Pattern.compile("'([^']*)'|(\\S+)").matcher(part);
            while (matcher.find()) {
                words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            }
            words.remove("...");
            if (!words.isEmpty() && words.get(0).equals("wirepost")) {
                lines.add(words.subList(1, words.size()));
            }
        }
        return lines;
    }

    @Test
    void sendHelpNamesTheExitCodesAndTheOptionsOfTheContract() {
        String help = shell.run("send", "--help").out();

        assertThat(help).contains("Exit codes:", "64  usage", "74  I/O error, or the outcome is unknown");
        for (String option : List.of("--to", "--cc", "--bcc", "--from", "--reply-to", "--subject", "--text",
                "--text-file", "--html-file", "--header", "--attach", "--inline", "--attach-option", "--eml",
                "--account", "--server", "--tls", "--ca", "--ehlo", "--auth", "--user", "--password-env",
                "--password-file", "--password-command", "--token-env", "--token-file", "--token-command",
                "--envelope-from", "--envelope-to", "--dsn", "--ret", "--no", "--partial", "--timeout", "--batch",
                "--repeat", "--parallel", "--dry-run", "--report", "--transcript", "--seed", "-q", "-v")) {
            assertThat(help).as(option).containsPattern("(?m)^ +(-[a-z], )?" + option + "[ ,=\n]");
        }
    }

    @Test
    void unknownCommandsAreAnsweredByTheNearestOne() {
        assertThat(shell.run("sned").err()).contains("no command 'sned'; did you mean 'send'?");
        assertThat(shell.run("account", "ad").err()).contains("did you mean 'account add'?");
        assertThat(shell.run("help", "chek").err()).contains("did you mean 'check'?");
        assertThat(shell.run("xyzzy").code()).isEqualTo(64);
        assertThat(shell.run("account").code()).isEqualTo(64);
        assertThat(shell.run("account", "--help").code()).isZero();
    }

    @Test
    void versionNamesProgramJavaAndProtocol() {
        Shell.Result result = shell.run("--version");

        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("(?s)wirepost \\d+\\.\\d+\\.\\d+\n.*").contains("Java ", "CHUNKING",
                "SCRAM-SHA-256", "EPL-2.0");
    }

    @Test
    void headingsAreColouredOnATerminalOnlyAndNotAgainstTheUsersWish() {
        assertThat(shell.run("help", "send").out()).doesNotContain("\u001b");
        shell.terminal(90, "");
        assertThat(shell.run("help", "send").out()).contains("\u001b[");
        shell.set("NO_COLOR", "1");
        assertThat(shell.run("help", "send").out()).doesNotContain("\u001b");
    }

    @Test
    void completionIsAScriptThatKnowsCommandsAndOptions() {
        Shell.Result result = shell.run("completion");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("#!/usr/bin/env bash").contains("complete ", "--attach-option", "handlers",
                "account", "presets");
    }
}
