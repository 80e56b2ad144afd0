// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.wirepost.headless.internal.terminal.Output;
import org.wirepost.headless.internal.terminal.Terminal;

/**
 * All that a command knows of the process it runs in; tests hand in their own.
 *
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: transcript, progress, what went wrong
 * @param environment the environment variables
 * @param directory relative file names count from here
 * @param terminal which of the streams is a terminal
 * @param stop cancels what is going on
 */
public record Surroundings(InputStream in, Output out, Output err, Map<String, String> environment, Path directory,
        Terminal terminal, Stop stop) {

    /** Returns the same with further environment variables. */
    public Surroundings with(Map<String, String> variables) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(variables);
        return new Surroundings(in, out, err, all, directory, terminal, stop);
    }

    /** Returns the file of that name; a relative one counts from the directory. */
    public Path file(String name) {
        return directory.resolve(name);
    }
}
