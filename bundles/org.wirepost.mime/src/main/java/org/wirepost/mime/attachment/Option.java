// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.wirepost.mime.internal.attachment.Words;

/**
 * Something the user can choose before a file goes out. The command line parses it from {@code key=value}; a user
 * interface draws it.
 *
 * @param <T> the type of the value
 */
public sealed interface Option<T> {

    /** The name on the command line: lower-case letters, digits, dots and hyphens, for example {@code jpeg.strip}. */
    String key();

    /** A few words for people. */
    String label();

    /** The value that holds when nothing is chosen. */
    T preset();

    /** What may be chosen, in words that end the sentence "allowed is …". */
    String allowed();

    /**
     * The value a text stands for.
     *
     * @throws OptionException if it stands for none; its message names the key, the text and what is allowed
     */
    T parse(String text);

    /** On or off; parsed from {@code true}, {@code yes}, {@code on}, {@code false}, {@code no}, {@code off}. */
    record Toggle(String key, String label, Boolean preset) implements Option<Boolean> {

        public Toggle {
            OptionException.checkKey(key);
            label = Words.clean(label);
            Objects.requireNonNull(preset, "preset");
        }

        @Override
        public String allowed() {
            return "yes or no";
        }

        @Override
        public Boolean parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw OptionException.badValue(this, text);
            };
        }
    }

    /**
     * One of a few named values.
     *
     * @param values each value with a few words for people, in the order to be shown
     */
    record Choice(String key, String label, String preset, Map<String, String> values) implements Option<String> {

        public Choice {
            OptionException.checkKey(key);
            label = Words.clean(label);
            values = OptionException.inOrder(values);
            if (!values.containsKey(preset)) {
                throw new IllegalArgumentException("the preset " + preset + " of " + key + " is not one of its values");
            }
        }

        @Override
        public String allowed() {
            return String.join(", ", values.keySet());
        }

        @Override
        public String parse(String text) {
            String value = text.strip().toLowerCase(Locale.ROOT);
            if (!values.containsKey(value)) {
                throw OptionException.badValue(this, text);
            }
            return value;
        }
    }

    /**
     * A whole number between two bounds, both included. {@code 500k} and {@code 2M} are understood as thousands and
     * millions.
     *
     * @param unit what is counted, for example {@code pixels}; may be empty
     */
    record IntRange(String key, String label, Integer preset, int min, int max, String unit)
            implements Option<Integer> {

        public IntRange {
            OptionException.checkKey(key);
            label = Words.clean(label);
            unit = Words.clean(unit);
            if (preset < min || preset > max) {
                throw new IllegalArgumentException("the preset " + preset + " of " + key + " is out of its range");
            }
        }

        @Override
        public String allowed() {
            return "a whole number from " + min + " to " + max + (unit.isEmpty() ? "" : " (" + unit + ")");
        }

        @Override
        public Integer parse(String text) {
            long number = Amount.parse(text).orElseThrow(() -> OptionException.badValue(this, text));
            if (number < min || number > max) {
                throw OptionException.badValue(this, text);
            }
            return (int) number;
        }
    }
}
