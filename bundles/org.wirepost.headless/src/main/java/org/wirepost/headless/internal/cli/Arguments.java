// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of one command line, sorted by option. */
public final class Arguments {

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /** Adds an option; the value is empty for a flag. */
    Arguments add(OptionModel option, String value) {
        List<String> values = options.get(option.name());
        if (values == null) {
            values = new ArrayList<>();
            options.put(option.name(), values);
        }
        values.add(value);
        return this;
    }

    /** Adds an argument that is no option. */
    Arguments add(String argument) {
        rest.add(argument);
        return this;
    }

    /** Tells whether the option of that long name was given. */
    public boolean has(String name) {
        return options.containsKey(name);
    }

    /** Returns the value of an option that may be given once. */
    public Optional<String> value(String name) {
        List<String> values = options.get(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns all values of an option, in the order given. */
    public List<String> values(String name) {
        List<String> values = options.get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Returns the arguments that are no options. */
    public List<String> rest() {
        return List.copyOf(rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Arguments that && options.equals(that.options) && rest.equals(that.rest);
    }

    @Override
    public int hashCode() {
        return 31 * options.hashCode() + rest.hashCode();
    }

    /** Names the options given, never their values. */
    @Override
    public String toString() {
        return options.keySet() + " and " + rest.size() + " more";
    }
}
