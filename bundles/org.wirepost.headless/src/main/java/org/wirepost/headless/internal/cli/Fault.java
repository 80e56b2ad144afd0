// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.wirepost.delivery.ExitCode;

/** Ends a command with an exit code and one sentence: what is wrong, why, and what to do. It never holds a secret. */
public final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;
    private final String hint;

    private Fault(ExitCode code, String sentence, String hint, Throwable cause) {
        super(requireNonNull(sentence, "sentence"), cause);
        this.code = requireNonNull(code, "code");
        this.hint = hint;
    }

    /**
     * Ends the command.
     *
     * @param code the exit code
     * @param sentence what is wrong, why, what to do
     */
    public Fault(ExitCode code, String sentence) {
        this(code, sentence, "", null);
    }

    /**
     * Ends the command because of an exception, which is shown to those who look for a bug.
     *
     * @param code the exit code
     * @param sentence what is wrong, why, what to do
     * @param cause the exception
     */
    public Fault(ExitCode code, String sentence, Throwable cause) {
        this(code, sentence, "", cause);
    }

    /**
     * Says that the command line is wrong; the reader is pointed to the command's help.
     *
     * @param sentence what is wrong
     * @return the fault
     */
    public static Fault usage(String sentence) {
        return new Fault(ExitCode.USAGE, sentence, "", null);
    }

    /** Returns this fault with a line below the sentence, such as where the usage is explained. */
    public Fault withHint(String line) {
        return new Fault(code, getMessage(), line, getCause());
    }

    /** Returns the exit code. */
    public ExitCode code() {
        return code;
    }

    /** Returns the line below the sentence, if there is one. */
    public Optional<String> hint() {
        return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
    }
}
