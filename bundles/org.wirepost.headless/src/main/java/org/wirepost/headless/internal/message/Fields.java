// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.message;

import java.util.List;
import java.util.Optional;
import org.wirepost.headless.internal.cli.Arguments;

/** The values that describe a message, whether they come from the command line or from a line of a batch. */
public interface Fields {

    /**
     * Returns the values of a field in the order given.
     *
     * @param name the long option name without its dashes
     * @return none when the field was not given
     */
    List<String> values(String name);

    /** Returns how to name the field in an error, such as {@code --subject}. */
    String where(String name);

    /** Tells whether the field was given, be it empty. */
    default boolean has(String name) {
        return !values(name).isEmpty();
    }

    /** Returns the value of a field that may be given once. */
    default Optional<String> value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** The fields of a command line. */
    static Fields of(Arguments arguments) {
        return new Fields() {
            @Override
            public List<String> values(String name) {
                return arguments.values("--" + name);
            }

            @Override
            public String where(String name) {
                return "--" + name;
            }
        };
    }
}
