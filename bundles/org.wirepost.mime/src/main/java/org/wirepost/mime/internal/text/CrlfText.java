// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import java.nio.charset.StandardCharsets;
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
        // One character for each octet: searching a string is much faster than searching an array.
        String octets = new String(utf8, StandardCharsets.ISO_8859_1);
        if (utf8.length != text.length() || !octets.equals(text)) {
            checkSurrogates(part, text);
        }
        boolean open = closed && utf8.length > 0 && utf8[utf8.length - 1] != '\n' && utf8[utf8.length - 1] != '\r';
        int breaks = loneBreaks(octets);
        if (breaks == 0 && !open) {
            return utf8;
        }
        byte[] lines = new byte[utf8.length + breaks + (open ? 2 : 0)];
        int end = copy(octets, utf8, lines);
        if (open) {
            lines[end] = '\r';
            lines[end + 1] = '\n';
        }
        return lines;
    }

    /** Counts the line ends that are not CRLF; each grows by one octet. */
    private static int loneBreaks(String octets) {
        int breaks = 0;
        int feeds = 0;
        for (int at = octets.indexOf('\n'); at >= 0; at = octets.indexOf('\n', at + 1)) {
            feeds++;
            if (at == 0 || octets.charAt(at - 1) != '\r') {
                breaks++;
            }
        }
        int pairs = feeds - breaks;
        for (int at = octets.indexOf('\r'); at >= 0; at = octets.indexOf('\r', at + 1)) {
            breaks++;
        }
        return breaks - pairs;
    }

    private static int copy(String octets, byte[] from, byte[] to) {
        int feed = octets.indexOf('\n');
        int cr = octets.indexOf('\r');
        int start = 0;
        int pos = 0;
        while (feed >= 0 || cr >= 0) {
            int end = cr < 0 || feed >= 0 && feed < cr ? feed : cr;
            System.arraycopy(from, start, to, pos, end - start);
            pos += end - start;
            to[pos++] = '\r';
            to[pos++] = '\n';
            start = end == cr && feed == cr + 1 ? end + 2 : end + 1;
            feed = feed >= 0 && feed < start ? octets.indexOf('\n', start) : feed;
            cr = cr >= 0 && cr < start ? octets.indexOf('\r', start) : cr;
        }
        System.arraycopy(from, start, to, pos, from.length - start);
        return pos + from.length - start;
    }

    /** Refuses half a surrogate pair, for which the encoder has put a question mark. */
    private static void checkSurrogates(String part, String text) throws MimeException {
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
