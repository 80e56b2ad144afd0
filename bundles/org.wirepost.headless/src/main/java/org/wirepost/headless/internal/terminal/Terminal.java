// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What is known of the terminal that the process may have.
 *
 * @param input whether standard input is one, so that a person can be asked
 * @param output whether standard output is one
 * @param error whether standard error is one
 * @param columns finds out how wide it is; asked only when needed
 * @param prompt asks for a secret with echo off; asked only when the input is a terminal
 */
public record Terminal(boolean input, boolean output, boolean error, IntSupplier columns, SecretPrompt prompt) {

    /** Asks for a secret. */
    @FunctionalInterface
    public interface SecretPrompt {

        /**
         * Asks.
         *
         * @param question without a secret, inert
         * @return what was typed, or empty when nobody answered
         */
        Optional<char[]> ask(String question);
    }

    /**
     * Tells whether standard output may be coloured: a terminal that takes ANSI sequences, and no {@code NO_COLOR}.
     *
     * @param environment the environment variables
     * @return false unless all of it is so
     */
    public boolean colourOutput(Map<String, String> environment) {
        return output && takesColour(environment);
    }

    /** Tells the same of standard error. */
    public boolean colourError(Map<String, String> environment) {
        return error && takesColour(environment);
    }

    private static boolean takesColour(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !term.isEmpty() && !term.equals("dumb");
    }
}
