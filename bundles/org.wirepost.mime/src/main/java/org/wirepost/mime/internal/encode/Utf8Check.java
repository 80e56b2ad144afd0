// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

/**
 * Tells whether the octets above 127 of a text form UTF-8 (RFC 3629); is shown those octets only, with their
 * offsets.
 */
public final class Utf8Check {

    private boolean valid = true;
    private long next = -1;
    private int missing;
    private int low;
    private int high;

    /**
     * Takes an octet.
     *
     * @param octet above 127
     * @param at its offset
     */
    public void add(byte octet, long at) {
        if (!valid) {
            return;
        }
        int value = octet & 0xFF;
        if (missing == 0) {
            lead(value);
        } else if (at != next || value < low || value > high) {
            valid = false;
        } else {
            missing--;
            low = 0x80;
            high = 0xBF;
        }
        next = at + 1;
    }

    private void lead(int value) {
        low = 0x80;
        high = 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            missing = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            missing = 2;
            low = value == 0xE0 ? 0xA0 : 0x80;
            high = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            missing = 3;
            low = value == 0xF0 ? 0x90 : 0x80;
            high = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            valid = false;
        }
    }

    /** Ends the text. */
    public void end() {
        valid &= missing == 0;
    }

    /** Tells whether all octets were UTF-8. */
    public boolean valid() {
        return valid;
    }
}
