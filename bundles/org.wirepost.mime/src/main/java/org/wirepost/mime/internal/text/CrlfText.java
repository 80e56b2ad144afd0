// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.MimeException;

/** Turns text into UTF-8 with CRLF line ends. */
public final class CrlfText {

    private CrlfText() {
    }

    /**
     * Encodes a text.
     *
     * @param part what it is, for the message of an exception
     * @param text its lines may end with CRLF, LF or CR
     * @param closed whether the last line has to end with CRLF as well
     * @return the octets
     * @throws MimeException when the text has half of a surrogate pair
     */
    public static byte[] of(String part, String text, boolean closed) throws MimeException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        checkSurrogates(part, text, utf8);
        int breaks = loneBreaks(text, utf8);
        boolean open = closed && utf8.length > 0 && utf8[utf8.length - 1] != '\n' && utf8[utf8.length - 1] != '\r';
        if (breaks == 0 && !open) {
            return utf8;
        }
        byte[] lines = Arrays.copyOf(utf8, utf8.length + breaks + (open ? 2 : 0));
        int end = breaks == 0 ? utf8.length : copy(utf8, lines);
        if (open) {
            lines[end] = '\r';
            lines[end + 1] = '\n';
        }
        return lines;
    }

    /** Counts the line ends that are not CRLF; each grows by one octet. */
    private static int loneBreaks(String text, byte[] utf8) {
        if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
            return 0;
        }
        int breaks = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] > '\r') {
                continue;
            }
            if (utf8[i] == '\r') {
                if (i + 1 < utf8.length && utf8[i + 1] == '\n') {
                    i++;
                } else {
                    breaks++;
                }
            } else if (utf8[i] == '\n') {
                breaks++;
            }
        }
        return breaks;
    }

    private static int copy(byte[] from, byte[] to) {
        int pos = 0;
        for (int i = 0; i < from.length; i++) {
            byte octet = from[i];
            if (octet > '\r' || octet != '\r' && octet != '\n') {
                to[pos++] = octet;
                continue;
            }
            if (octet == '\r' && i + 1 < from.length && from[i + 1] == '\n') {
                i++;
            }
            to[pos++] = '\r';
            to[pos++] = '\n';
        }
        return pos;
    }

    private static void checkSurrogates(String part, String text, byte[] utf8) throws MimeException {
        // The encoder puts a question mark for half a pair; an ASCII text is known by its octets.
        if (utf8.length == text.length() && new String(utf8, StandardCharsets.ISO_8859_1).equals(text)) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw new MimeException("The " + part + " has half of a surrogate pair at character " + i
                        + ", which stands for nothing and cannot be sent; remove it.", Optional.of(part),
                        OptionalLong.of(i), null);
            }
            i++;
        }
    }
}
