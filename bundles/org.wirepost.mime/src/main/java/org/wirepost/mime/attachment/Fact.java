// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import org.wirepost.mime.internal.attachment.Words;

/**
 * Something a handler has read in a file.
 *
 * @param name a stable name for scripts, for example {@code width} or {@code gps}
 * @param value the value for programs, for example {@code 4032} or {@code 48.858222,2.2945}
 * @param words the value for people; control characters are replaced and the text is cut at 1 000 characters
 */
public record Fact(String name, String value, String words) {

    public Fact {
        name = Words.clean(name);
        value = Words.clean(value);
        words = Words.clean(words);
    }

    /** A fact whose value needs no further words. */
    public static Fact of(String name, String value) {
        return new Fact(name, value, value);
    }

    /** A number. */
    public static Fact of(String name, long value) {
        return of(name, Long.toString(value));
    }
}
