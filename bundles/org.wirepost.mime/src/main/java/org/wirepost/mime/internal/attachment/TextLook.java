// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import org.wirepost.mime.attachment.Probe;

/** Tells text from other bytes by the look of a file's beginning. */
final class TextLook {

    private TextLook() {
    }

    /** Whether the bytes seen are ASCII, UTF-8 or UTF-16 with a byte order mark, or one of the old 8-bit sets. */
    static boolean isText(Probe probe) {
        int seen = probe.available();
        if (seen == 0) {
            return false;
        }
        if (probe.has(0, 0xFF, 0xFE) || probe.has(0, 0xFE, 0xFF)) {
            return true;
        }
        int high = 0;
        for (int i = 0; i < seen; i++) {
            int c = probe.at(i);
            if (c < ' ' && !isLayout(c) || c == 0x7F) {
                return false;
            }
            high += c >> 7;
        }
        return high * 3 <= seen || isUtf8(probe);
    }

    /** Tab, line feed, form feed, carriage return and escape. */
    private static boolean isLayout(int c) {
        return c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x1B;
    }

    private static boolean isUtf8(Probe probe) {
        int i = 0;
        while (i < probe.available()) {
            int following = following(probe.at(i));
            if (following < 0) {
                return false;
            }
            for (i++; following > 0 && i < probe.available(); following--, i++) {
                if ((probe.at(i) & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int following(int first) {
        if (first < 0x80) {
            return 0;
        }
        if (first < 0xC2 || first > 0xF4) {
            return -1;
        }
        return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
    }
}
