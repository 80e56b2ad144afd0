// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

/** Writes an argument so that a line with it can be copied into a shell. */
public final class ShellWord {

    private static final String PLAIN = "%+,-./:=@_";
    private static final String SPECIAL = "\\\"$`";

    private ShellWord() {
    }

    /**
     * Returns the argument as it is, or in double quotes where a shell would take it for something else. Single quotes
     * are left to whoever quotes the whole line.
     *
     * @param argument the argument, without control characters
     * @return how to type it
     */
    public static String of(String argument) {
        boolean plain = !argument.isEmpty();
        StringBuilder quoted = new StringBuilder(argument.length() + 2).append('"');
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            plain &= Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0;
            if (SPECIAL.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return plain ? argument : quoted.append('"').toString();
    }
}
