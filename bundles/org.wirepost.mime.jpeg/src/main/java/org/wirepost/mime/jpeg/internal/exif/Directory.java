// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A directory of a TIFF structure, as far as it makes sense.
 *
 * @param tiff the structure
 * @param at where the directory stands
 * @param entries those whose values lie within the structure
 * @param declared how many entries the directory claims and has room for
 */
public record Directory(Tiff tiff, int at, List<Entry> entries, int declared) {

    private static final int ASCII = 2;
    private static final int RATIONAL = 5;
    private static final int SIGNED_RATIONAL = 10;

    /** The entry with this tag. */
    public Optional<Entry> entry(int tag) {
        return entries.stream().filter(entry -> entry.tag() == tag).findFirst();
    }

    /** A text value without the zeros and spaces at its end; nothing if it is blank. */
    public Optional<String> text(int tag) {
        return entry(tag).filter(entry -> entry.type() == ASCII).map(this::text).filter(text -> !text.isEmpty());
    }

    private String text(Entry entry) {
        byte[] bytes = tiff.range(entry.value(), Math.min(entry.length(), 4096));
        int length = 0;
        while (length < bytes.length && bytes[length] != 0) {
            length++;
        }
        // EXIF asks for ASCII; writers of today put UTF-8. Bytes that are neither show as replacement characters.
        return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
    }

    /** A whole number of one, two or four bytes. */
    public OptionalLong number(int tag) {
        Optional<Entry> entry = entry(tag);
        if (entry.isEmpty() || entry.get().count() < 1) {
            return OptionalLong.empty();
        }
        long value = entry.get().value();
        return switch (entry.get().type()) {
            case 1 -> OptionalLong.of(tiff.u8(value));
            case Entry.SHORT -> OptionalLong.of(tiff.u16(value));
            case Entry.LONG, 13 -> OptionalLong.of(tiff.u32(value));
            default -> OptionalLong.empty();
        };
    }

    /** The fractions of an entry; nothing unless there are at least {@code count} and none is divided by zero. */
    public Optional<double[]> fractions(int tag, int count) {
        Optional<Entry> found = entry(tag).filter(entry -> entry.count() >= count
                && (entry.type() == RATIONAL || entry.type() == SIGNED_RATIONAL));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean signed = found.get().type() == SIGNED_RATIONAL;
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            long at = found.get().value() + 8L * i;
            long above = signed ? (int) tiff.u32(at) : tiff.u32(at);
            long below = signed ? (int) tiff.u32(at + 4) : tiff.u32(at + 4);
            if (below == 0) {
                return Optional.empty();
            }
            values[i] = (double) above / below;
        }
        return Optional.of(values);
    }

    /** Behind the directory with its pointer to the next one, or behind the structure that ends before that. */
    int end() {
        return Math.min(nextPointer() + 4, tiff.length());
    }

    /** Where the pointer to the next directory stands. */
    int nextPointer() {
        return at + 2 + Entry.SIZE * declared;
    }
}
