// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.wirepost.mime.internal.attachment.Words;

/** An option that does not exist or cannot have the value given; the message is one sentence for the user. */
public final class OptionException extends IllegalArgumentException {

    private final String key;
    private final String value;

    private OptionException(String key, String value, String message) {
        super(Words.clean(message));
        this.key = key;
        this.value = value;
    }

    /** The key as given. */
    public String key() {
        return key;
    }

    /** The value as given. */
    public String value() {
        return value;
    }

    static OptionException badValue(Option<?> option, String value) {
        return new OptionException(option.key(), value,
                "Option " + option.key() + " cannot be \"" + value + "\": allowed is " + option.allowed() + ".");
    }

    static OptionException unknown(String key, String value, String where, Collection<String> known) {
        String rest = known.isEmpty() ? "there are no options" : "known are " + String.join(", ", known);
        return new OptionException(key, value, "Option " + key + " does not exist for " + where + ": " + rest + ".");
    }

    static void checkKey(String key) {
        if (!key.matches("[a-z0-9]+([.-][a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a key of an option: " + Words.clean(key));
        }
    }

    static Map<String, String> inOrder(Map<String, String> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
