// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The completion script of all commands. */
public final class Completion {

    private Completion() {
    }

    /**
     * Writes the script.
     *
     * @param models all commands, those of a group by two words
     * @return a script for bash, which zsh understands too
     */
    public static String script(List<CommandModel> models) {
        CommandSpec root = CommandSpec.create().name("wirepost");
        for (CommandModel model : models) {
            String[] words = model.name().split(" ");
            CommandSpec parent = root;
            if (words.length > 1) {
                CommandLine group = root.subcommands().get(words[0]);
                if (group == null) {
                    group = new CommandLine(CommandSpec.create().name(words[0]));
                    root.addSubcommand(words[0], group);
                }
                parent = group.getCommandSpec();
            }
            String last = words[words.length - 1];
            parent.addSubcommand(last, new CommandLine(Grammar.spec(model, last)));
        }
        root.addSubcommand("help", new CommandLine(CommandSpec.create().name("help")));
        return AutoComplete.bash("wirepost", new CommandLine(root));
    }
}
