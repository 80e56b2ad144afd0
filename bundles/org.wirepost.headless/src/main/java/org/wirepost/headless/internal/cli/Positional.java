// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

/**
 * The arguments of a command that are no options.
 *
 * @param label what stands for them in help; empty when there are none
 * @param least how many are needed
 * @param most how many are allowed
 * @param description for help
 */
public record Positional(String label, int least, int most, String description) {

    /** No such argument. */
    public static final Positional NONE = new Positional("", 0, 0, "");

    /** One argument that must be there. */
    public static Positional one(String label, String description) {
        return new Positional(label, 1, 1, description);
    }

    /** One argument that may be there. */
    public static Positional optional(String label, String description) {
        return new Positional(label, 0, 1, description);
    }
}
