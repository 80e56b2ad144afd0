// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

/** Whole numbers as option values. */
public final class Numbers {

    private static final int MOST_DIGITS = 9;

    private Numbers() {
    }

    /**
     * Reads the value of an option.
     *
     * @param arguments the options
     * @param option its long name
     * @param preset the number when it is not given
     * @param least the least allowed
     * @param most the most allowed, below a thousand million
     * @return the number
     * @throws Fault when it is none within the bounds
     */
    public static int of(Arguments arguments, String option, int preset, int least, int most) throws Fault {
        String text = arguments.value(option).orElse("");
        if (!arguments.has(option)) {
            return preset;
        }
        boolean digits = !text.isEmpty() && text.length() <= MOST_DIGITS;
        for (int i = 0; i < text.length() && digits; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        int number = digits ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw Fault.usage(option + " '" + text + "' is no whole number from " + least + " to " + most + ".");
        }
        return number;
    }
}
