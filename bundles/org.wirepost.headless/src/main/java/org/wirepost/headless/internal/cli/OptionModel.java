// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

/**
 * One option of a command. It is declared once and read twice: by {@link QuickReader} on the way of a well-formed
 * command line, and by picocli for help, completion and usage errors.
 *
 * @param name long name with its dashes
 * @param shortName short name with its dash, or empty
 * @param label what stands for the value in help; empty for a flag
 * @param repeatable whether it may be given more than once
 * @param description one or two sentences for help
 */
public record OptionModel(String name, String shortName, String label, boolean repeatable, String description) {

    /** An option without a value. */
    public static OptionModel flag(String name, String description) {
        return new OptionModel(name, "", "", false, description);
    }

    /** An option without a value that has a short name too. */
    public static OptionModel flag(String name, String shortName, String description) {
        return new OptionModel(name, shortName, "", false, description);
    }

    /** An option with one value, given at most once. */
    public static OptionModel value(String name, String label, String description) {
        return new OptionModel(name, "", label, false, description);
    }

    /** An option with a value that may be given any number of times. */
    public static OptionModel list(String name, String label, String description) {
        return new OptionModel(name, "", label, true, description);
    }

    /** Tells whether a value follows. */
    public boolean takesValue() {
        return !label.isEmpty();
    }

    /** Tells whether this is the option of that name. */
    boolean isCalled(String text) {
        return name.equals(text) || !shortName.isEmpty() && shortName.equals(text);
    }
}
