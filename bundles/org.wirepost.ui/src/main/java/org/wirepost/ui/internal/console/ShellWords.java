// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Collection;
import java.util.stream.Collectors;

/** Words of a command line for a POSIX shell. */
final class ShellWords {

    private ShellWords() {
    }

    /** Returns the words as one line that a shell takes apart into the very same words. */
    static String join(Collection<String> words) {
        return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
    }

    static String quote(String word) {
        return word.matches("[A-Za-z0-9@%+=:,./_-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
