// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.nio.charset.StandardCharsets;

/** How much room entries take at most, so that it can be kept before it is needed; texts are cut to fit. */
public final class Room {

    /** For so many recipients there is room for long texts; many get short ones. */
    private static final int FEW = 64;
    private static final int LONG_TEXT = 400;
    private static final int SHORT_TEXT = 120;
    private static final int HELD_TEXT = 400;
    private static final int DECISIONS = 4;
    private static final int TIME = Long.BYTES;
    private static final int DOTS = 2;

    private Room() {
    }

    /** Room for all that one attempt can bring: its beginning, twice the dot, its results, and that it is held. */
    static long attempt(int recipients) {
        long begun = Journal.room(TIME + Integer.BYTES + Long.BYTES);
        long dot = Journal.room(TIME + 2L * Integer.BYTES + recipients / Byte.SIZE + 1);
        long each = Integer.BYTES + 1 + 2 * (Integer.BYTES + text(recipients)) + 1 + TIME;
        long results = Journal.room(TIME + 2L * Integer.BYTES + recipients * each);
        return begun + DOTS * dot + results + decision();
    }

    /** Room for a decision of a person. */
    static long decision() {
        return Journal.room(TIME + Integer.BYTES + HELD_TEXT);
    }

    /** Room for some of them. */
    static long decisions() {
        return DECISIONS * decision();
    }

    private static int text(int recipients) {
        return recipients <= FEW ? LONG_TEXT : SHORT_TEXT;
    }

    /** Cuts what is said about one of so many recipients. */
    static String cut(String text, int recipients) {
        return cutTo(text, text(recipients));
    }

    /** Cuts the reason of a hold. */
    public static String cut(String text) {
        return cutTo(text, HELD_TEXT);
    }

    private static String cutTo(String text, int most) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        if (octets.length <= most) {
            return text;
        }
        String ellipsis = "\u2026";
        int length = most - ellipsis.getBytes(StandardCharsets.UTF_8).length;
        while ((octets[length] & 0xC0) == 0x80) {
            length--;
        }
        return new String(octets, 0, length, StandardCharsets.UTF_8) + ellipsis;
    }
}
