// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.eml;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Collects the lines of a header field, unfolded; of a very long one, only its beginning. */
final class FieldBuffer {

    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private Place start = new Place(0, 0);

    /** What a line of a header is. */
    enum Shape { END, FIELD, CONTINUATION, OTHER }

    /**
     * A field.
     *
     * @param octets name, colon and value, unfolded
     * @param start where it begins
     */
    record Field(byte[] octets, Place start) {
    }

    /** Tells what the line is, given the lines before it. */
    Shape shape(LineCursor line) {
        if (!line.opensLine()) {
            return Shape.CONTINUATION;
        }
        if (line.length() == 0) {
            return Shape.END;
        }
        if (line.at(0) == ' ' || line.at(0) == '\t') {
            return field.size() > 0 ? Shape.CONTINUATION : Shape.OTHER;
        }
        return isField(line) ? Shape.FIELD : Shape.OTHER;
    }

    /** Begins a field. */
    void begin(LineCursor line) {
        field.reset();
        start = line.place();
        field.write(line.buffer(), line.from(), line.length());
    }

    /** Adds a line to the field, if one was begun. */
    void add(LineCursor line) {
        if (field.size() > 0 && field.size() + line.length() <= LONGEST) {
            field.write(line.buffer(), line.from(), line.length());
        }
    }

    boolean isEmpty() {
        return field.size() == 0;
    }

    /** Hands out the field and forgets it. */
    Optional<Field> take() {
        if (isEmpty()) {
            return Optional.empty();
        }
        Field taken = new Field(field.toByteArray(), start);
        field.reset();
        return Optional.of(taken);
    }

    private static boolean isField(LineCursor line) {
        for (int i = 0; i < line.length(); i++) {
            byte octet = line.at(i);
            if (octet == ':') {
                return i > 0;
            }
            if (octet < 33) {
                // White space before the colon is obsolete but harmless.
                return (octet == ' ' || octet == '\t') && i > 0 && i + 1 < line.length() && line.at(i + 1) == ':';
            }
        }
        return false;
    }
}
