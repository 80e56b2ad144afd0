// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.CommandModel;
import org.wirepost.headless.internal.cli.Completion;
import org.wirepost.headless.internal.cli.Example;
import org.wirepost.headless.internal.cli.Positional;

/** {@code wirepost completion}: a script that lets the shell complete commands and options. */
final class CompletionCommand implements Command {

    private static final CommandModel MODEL = new CommandModel("completion", "",
            "Print a completion script for bash and zsh",
            List.of("Prints a script that lets the shell complete commands and options."),
            List.of(), Positional.NONE,
            List.of(new Example("For this shell, bash or zsh:", "source <(wirepost completion)"),
                    new Example("For every bash to come:",
                            "wirepost completion > ~/.local/share/bash-completion/completions/wirepost")),
            List.of());

    private final Commands commands;

    CompletionCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public CommandModel model() {
        return MODEL;
    }

    @Override
    public ExitCode run(Arguments arguments, Surroundings surroundings) {
        List<CommandModel> models = new ArrayList<>();
        for (Command command : commands.all()) {
            models.add(command.model());
        }
        surroundings.out().text(Completion.script(models));
        return ExitCode.OK;
    }
}
