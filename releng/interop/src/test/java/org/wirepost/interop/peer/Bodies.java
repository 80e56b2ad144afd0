// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that servers, relays and clients are known to damage, by name. */
final class Bodies {

    /** All of them, in a fixed order. */
    static final Map<String, byte[]> ALL = all();

    private Bodies() {
    }

    private static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("dots", ascii(".\r\n..\r\n.a\r\n...\r\nend\r\n"));
        all.put("trailing blanks", ascii("a \r\nb\t\r\n \r\n"));
        all.put("empty", ascii(""));
        all.put("only a line end", ascii("\r\n"));
        all.put("8bit", "Za\u017C\u00F3\u0142\u0107 \u2013 \u65E5\u672C \u20AC\r\n".getBytes(StandardCharsets.UTF_8));
        all.put("From lines", ascii("From x\r\n>From y\r\n"));
        all.put("line of 998", ascii("x".repeat(998) + "\r\n"));
        all.put("line of 5000", ascii("y".repeat(5000) + "\r\n"));
        all.put("line of 100000", ascii("z".repeat(100_000) + "\r\n"));
        all.put("dots in a long line", ascii(("q".repeat(2047) + ".").repeat(3) + "\r\n"));
        all.put("blank lines at the end", ascii("a\r\n\r\n\r\n\r\n"));
        all.put("controls", ascii("\1\2\3\4\5\6\7\b\u000B\f\u000E\u001F\u007F\r\n"));
        all.put("NUL", ascii("a\0b\r\n"));
        all.put("lone LF", ascii("a\nb\r\n"));
        all.put("lone CR", ascii("a\rb\r\n"));
        all.put("LF dot LF", ascii("a\n.\nMAIL FROM:<evil@peer.test>\r\n"));
        all.put("LF dot CRLF", ascii("a\n.\r\nb\r\n"));
        all.put("CR dot CR", ascii("a\r.\rb\r\n"));
        all.put("CR dot CRLF", ascii("a\r.\r\nMAIL FROM:<evil@peer.test>\r\n"));
        all.put("CRLF dot LF", ascii("a\r\n.\nMAIL FROM:<evil@peer.test>\r\n"));
        all.put("CRLF dot CR", ascii("a\r\n.\rMAIL FROM:<evil@peer.test>\r\n"));
        all.put("LF dot CR", ascii("a\n.\rb\r\n"));
        all.put("CRCRLF dot CRCRLF", ascii("a\r\r\n.\r\r\nMAIL FROM:<evil@peer.test>\r\n"));
        all.put("LFCR dot LFCR", ascii("a\n\r.\n\rb\r\n"));
        all.put("dots first and last", ascii(".a\r\n\r\n."));
        all.put("no line end", ascii("a"));
        all.put("a lone CR at the end", ascii("a\r"));
        for (int length = 997; length <= 1001; length++) {
            all.put("lines of " + length, ascii((".".repeat(3) + "l".repeat(length - 3) + "\r\n").repeat(3)));
        }
        all.put("8bit in long lines", ("\u00E4".repeat(499) + "\r\n" + "\u00E4".repeat(500) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        all.put("no UTF-8", new byte[] {(byte) 0xE4, (byte) 0xFF, (byte) 0x80, '\r', '\n', '.', '\r', '\n'});
        all.put("dots at the edges of blocks", dotsAtEdges());
        all.put("a million octets", ascii(("m".repeat(76) + "\r\n").repeat(13_443)));
        return all;
    }

    /** A dot begins a line at the last octet of a block, at the first, or with its CRLF cut in two. */
    private static byte[] dotsAtEdges() {
        StringBuilder text = new StringBuilder();
        for (int edge : new int[] {4096, 8192, 16_384, 32_768, 65_536, 131_072}) {
            for (int shift = -3; shift <= 3; shift++) {
                int end = edge * 2 + shift * 1000 + shift;
                while (text.length() < end - 80) {
                    text.append("e".repeat(70)).append("\r\n");
                }
                text.append("e".repeat(end - text.length() > 2 ? end - text.length() - 2 : 1))
                        .append("\r\n.\r\n..\r\n");
            }
        }
        return ascii(text.toString());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns octets with each line end made CRLF. */
    static byte[] withCrlf(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).replaceAll("\r\n|\r|\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns octets with each line end made CRLF, and one more where the last line has none. */
    static byte[] asLines(byte[] octets) {
        byte[] lines = withCrlf(octets);
        return lines.length == 0 || lines[lines.length - 1] == '\n' ? lines
                : withCrlf((new String(octets, StandardCharsets.ISO_8859_1) + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Tells whether no server needs to be asked whether it takes the octets once their line ends are CRLF. */
    static boolean isPlain(byte[] octets) {
        String text = new String(withCrlf(octets), StandardCharsets.ISO_8859_1);
        return text.indexOf('\0') < 0 && text.lines().allMatch(line -> line.length() <= 998);
    }

    /** Tells whether there are octets above 127. */
    static boolean isEightBit(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return true;
            }
        }
        return false;
    }
}
