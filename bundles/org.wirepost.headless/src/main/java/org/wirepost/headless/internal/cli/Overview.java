// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.ArrayList;
import java.util.List;

/** The help of the whole program, or of a group of commands: what there is, a line each. */
public final class Overview {

    private static final int NAME_COLUMN = 18;

    private Overview() {
    }

    /**
     * Writes the help of the program.
     *
     * @param commands all commands
     * @return lines, each ended by LF
     */
    public static String ofProgram(List<CommandModel> commands) {
        return """
                Usage: wirepost COMMAND [OPTION...]

                Sends mail by SMTP and shows every byte that goes over the wire.

                Commands:
                %s
                'wirepost COMMAND --help' explains a command, with examples.
                Results go to standard output; transcript, progress and errors to standard error.

                Start here:

                  wirepost demo
                    Sends a photo through a server of its own and shows the dialogue.
                  wirepost account add gmail --from 'Me <me@gmail.com>' --password-command 'pass mail'
                    Sets up an account, which is then the default.
                  wirepost send --to bob@example.org --subject Hello --text 'How are you?'
                    Sends a letter through it.
                """.formatted(lines(commands));
    }

    /**
     * Writes the help of a group.
     *
     * @param group its name
     * @param commands its commands
     * @return lines, each ended by LF
     */
    public static String ofGroup(String group, List<CommandModel> commands) {
        return "Usage: wirepost " + group + " COMMAND [OPTION...]\n\nCommands:\n" + lines(commands) + "\n'wirepost "
                + group + " COMMAND --help' explains a command, with examples.\n";
    }

    private static String lines(List<CommandModel> commands) {
        List<String> lines = new ArrayList<>();
        for (CommandModel command : commands) {
            String name = command.name();
            lines.add("  " + name + " ".repeat(Math.max(1, NAME_COLUMN - name.length())) + command.summary() + "\n");
        }
        return String.join("", lines);
    }
}
