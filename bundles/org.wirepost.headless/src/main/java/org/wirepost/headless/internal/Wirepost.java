// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Complaint;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Grammar;
import org.wirepost.headless.internal.cli.Nearest;
import org.wirepost.headless.internal.cli.Overview;
import org.wirepost.headless.internal.cli.QuickReader;
import org.wirepost.headless.internal.cli.UsageText;
import org.wirepost.headless.internal.command.Command;
import org.wirepost.headless.internal.command.Commands;
import org.wirepost.headless.internal.terminal.Output;

/** The command line: finds the command, reads its arguments, runs it, and turns whatever happens into an exit code. */
public final class Wirepost {

    private static final int USUAL_WIDTH = 90;

    private final Commands commands;
    private final Surroundings surroundings;

    /**
     * Makes a command line.
     *
     * @param commands all commands
     * @param surroundings streams, variables and so on
     */
    public Wirepost(Commands commands, Surroundings surroundings) {
        this.commands = commands;
        this.surroundings = surroundings;
    }

    /**
     * Runs a command line.
     *
     * @param words the arguments of the process
     * @return the exit code
     */
    public int run(String... words) {
        List<String> line = Arrays.asList(words);
        try {
            ExitCode code = dispatch(line);
            Optional<IOException> unwritten = surroundings.out().failure();
            if (code == ExitCode.OK && unwritten.isPresent() && !Output.isReaderGone(unwritten.get())) {
                throw unwritten.get();
            }
            return code.code();
        } catch (Fault e) {
            Complaint.print(surroundings.err()::line, e);
            return e.code().code();
        } catch (IOException e) {
            if (!Output.isReaderGone(e)) {
                Complaint.print(surroundings.err()::line, new Fault(ExitCode.CANTCREAT,
                        "Standard output cannot be written: " + e.getMessage() + ".", e));
                return ExitCode.CANTCREAT.code();
            }
            return ExitCode.IOERR.code();
        } catch (Throwable e) {
            new Crash(surroundings).tell(e, line);
            return ExitCode.SOFTWARE.code();
        }
    }

    private ExitCode dispatch(List<String> words) throws Fault, IOException {
        if (words.isEmpty()) {
            surroundings.err().text(overview());
            return ExitCode.USAGE;
        }
        String first = words.get(0);
        switch (first) {
            case "--help", "-h" -> surroundings.out().text(overview());
            case "help" -> help(words.subList(1, words.size()));
            case "--version", "-V", "version" -> Version.print(surroundings.out());
            default -> {
                return named(words);
            }
        }
        return ExitCode.OK;
    }

    private ExitCode named(List<String> words) throws Fault, IOException {
        String first = words.get(0);
        Optional<Command> command = commands.find(first);
        if (command.isPresent()) {
            return run(command.get(), words.subList(1, words.size()));
        }
        List<String> group = commands.group(first);
        if (group.isEmpty()) {
            throw unknown(first, firstWords());
        }
        if (words.size() == 1 || words.get(1).equals("--help") || words.get(1).equals("-h")) {
            boolean asked = words.size() > 1;
            (asked ? surroundings.out() : surroundings.err()).text(Overview.ofGroup(first, models(group)));
            return asked ? ExitCode.OK : ExitCode.USAGE;
        }
        String name = first + " " + words.get(1);
        Optional<Command> member = group.contains(name) ? commands.find(name) : Optional.empty();
        return run(member.orElseThrow(() -> unknown(name, group)), words.subList(2, words.size()));
    }

    private ExitCode run(Command command, List<String> words) throws Fault, IOException {
        CommandModel model = command.model();
        Optional<Arguments> arguments = QuickReader.read(model, words);
        if (arguments.isEmpty()) {
            Grammar grammar = new Grammar(model);
            grammar.explain(words);
            surroundings.out().text(grammar.help(shape()));
            return ExitCode.OK;
        }
        return command.run(arguments.get(), surroundings);
    }

    private void help(List<String> words) throws Fault {
        if (words.isEmpty()) {
            surroundings.out().text(overview());
            return;
        }
        String name = String.join(" ", words);
        Optional<Command> command = commands.find(name);
        List<String> group = commands.group(name);
        if (command.isPresent()) {
            surroundings.out().text(new Grammar(command.get().model()).help(shape()));
        } else if (group.isEmpty()) {
            throw unknown(name, commands.names());
        } else {
            surroundings.out().text(Overview.ofGroup(name, models(group)));
        }
    }

    private UsageText.Shape shape() {
        int width = surroundings.terminal().output() ? surroundings.terminal().columns().getAsInt() : USUAL_WIDTH;
        return new UsageText.Shape(width, surroundings.terminal().colourOutput(surroundings.environment()));
    }

    private String overview() {
        return Overview.ofProgram(models(commands.names()));
    }

    private List<CommandModel> models(List<String> names) {
        List<CommandModel> models = new ArrayList<>();
        for (String name : names) {
            models.add(commands.find(name).orElseThrow().model());
        }
        return models;
    }

    private List<String> firstWords() {
        List<String> words = new ArrayList<>(List.of("help"));
        for (String name : commands.names()) {
            String word = name.split(" ")[0];
            if (!words.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }

    private static Fault unknown(String name, List<String> known) {
        return Fault.usage("There is no command '" + name + "'" + Nearest.to(name, known)
                .map(near -> "; did you mean '" + near + "'?").orElse("."))
                .withHint("'wirepost help' lists the commands.");
    }
}
