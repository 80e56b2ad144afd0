// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the user has chosen among the options of a file: a value for each option, the preset where nothing was said. */
public final class Choices {

    private final Map<String, Object> given;

    private Choices(Map<String, Object> given) {
        this.given = Map.copyOf(given);
    }

    /** Every option at its preset. */
    public static Choices presets() {
        return new Choices(Map.of());
    }

    /**
     * Reads texts by key.
     *
     * @param options the options there are
     * @param texts the values given, by key
     * @param where what the options belong to, named in errors, for example a file name
     * @throws OptionException if a key is not among the options or a text is not a value of its option
     */
    public static Choices parse(List<Option<?>> options, Map<String, String> texts, String where) {
        Map<String, Option<?>> known = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (Option<?> option : options) {
            known.put(option.key(), option);
            keys.add(option.key());
        }
        Map<String, Object> given = new HashMap<>();
        texts.forEach((key, text) -> {
            Option<?> option = known.get(key);
            if (option == null) {
                throw OptionException.unknown(key, text, where, keys);
            }
            given.put(key, option.parse(text));
        });
        return new Choices(given);
    }

    /** The value of an option: what was given, else its preset. */
    @SuppressWarnings("unchecked") // given holds what parse of the option with this key has returned
    public <T> T get(Option<T> option) {
        Object value = given.getOrDefault(option.key(), option.preset());
        if (!option.preset().getClass().isInstance(value)) {
            throw new ClassCastException("option " + option.key() + " was parsed as another kind of option");
        }
        return (T) Objects.requireNonNull(value);
    }

    /** Whether something else than the preset was chosen for this option. */
    public boolean changes(Option<?> option) {
        return !get(option).equals(option.preset());
    }

    /** Whether nothing was given at all. */
    public boolean isEmpty() {
        return given.isEmpty();
    }
}
