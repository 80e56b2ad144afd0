// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decodes the encoded-words in a header value (RFC 2047); what is none stays as it is. */
public final class EncodedWordDecoder {

    private static final int LONGEST = 1000;
    private static final int MOST_CHARSETS = 20;

    private final String text;
    private final StringBuilder out;
    /** Octets of adjacent words in one charset, for some writers cut characters in two. */
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Map<String, Optional<Charset>> charsets = new HashMap<>();
    private Charset charset = StandardCharsets.UTF_8;

    private EncodedWordDecoder(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /**
     * Decodes a value.
     *
     * @param text unfolded
     * @return decoded text; control characters become blanks
     */
    public static String decode(String text) {
        return text.contains("=?") ? new EncodedWordDecoder(text).run() : text;
    }

    private String run() {
        int plainStart = 0;
        int at = text.indexOf("=?");
        while (at >= 0) {
            int charsetEnd = find("?", at + 2);
            int close = charsetEnd < 0 ? -1 : find("?=", charsetEnd + 3);
            Optional<byte[]> octets = close < 0 ? Optional.empty()
                    : octets(text.charAt(charsetEnd + 1), text.substring(charsetEnd + 3, close));
            Optional<Charset> named = octets.isEmpty() || text.charAt(charsetEnd + 2) != '?' ? Optional.empty()
                    : charset(text.substring(at + 2, charsetEnd));
            if (named.isPresent()) {
                plain(plainStart, at, pending.size() > 0);
                word(named.get(), octets.get());
                plainStart = close + 2;
                at = text.indexOf("=?", plainStart);
            } else {
                at = text.indexOf("=?", at + 2);
            }
        }
        plain(plainStart, text.length(), false);
        flush();
        return out.toString();
    }

    /** Looks no farther than the longest word that anybody writes. */
    private int find(String mark, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            if (text.startsWith(mark, i)) {
                return i;
            }
        }
        return -1;
    }

    /** White space between two encoded-words belongs to neither. */
    private void plain(int start, int end, boolean betweenWords) {
        if (start < end && !(betweenWords && text.substring(start, end).isBlank())) {
            flush();
            out.append(text, start, end);
        }
    }

    private void word(Charset wordCharset, byte[] octets) {
        if (!wordCharset.equals(charset)) {
            flush();
            charset = wordCharset;
        }
        pending.writeBytes(octets);
    }

    private void flush() {
        if (pending.size() > 0) {
            String decoded = pending.toString(charset);
            for (int i = 0; i < decoded.length(); i++) {
                char c = decoded.charAt(i);
                out.append(Character.isISOControl(c) ? ' ' : c);
            }
            pending.reset();
        }
    }

    /** Looks up a charset; to ask for an unknown one is slow, so few are asked for. */
    private Optional<Charset> charset(String word) {
        int star = word.indexOf('*');
        String name = (star < 0 ? word : word.substring(0, star)).toLowerCase(Locale.ROOT);
        if (charsets.size() >= MOST_CHARSETS && !charsets.containsKey(name)) {
            return Optional.empty();
        }
        return charsets.computeIfAbsent(name, key -> {
            try {
                return Optional.of(Charset.forName(key));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<byte[]> octets(char encoding, String word) {
        if (encoding == 'B' || encoding == 'b') {
            try {
                return Optional.of(Base64.getDecoder().decode(word));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return encoding == 'Q' || encoding == 'q' ? Optional.of(quoted(word)) : Optional.empty();
    }

    private static byte[] quoted(String word) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int high = c == '=' && i + 2 < word.length() ? Character.digit(word.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(word.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                octets.write(high << 4 | low);
                i += 2;
            } else {
                octets.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return octets.toByteArray();
    }
}
