// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One whole reply of the server (RFC 5321 section 4.2), kept verbatim.
 *
 * <p>The octets are kept as they came; lines are decoded when asked for, as UTF-8 where that is possible and as
 * ISO-8859-1 otherwise, so that nothing is lost.
 */
public final class Reply {

    private final int code;
    private final byte[] octets;

    private Reply(int code, byte[] octets) {
        this.code = code;
        this.octets = octets;
    }

    /**
     * Makes a reply from the octets of all its lines.
     *
     * @param code the three-digit code that all lines carry
     * @param octets all lines, each ended by CRLF (or by LF alone where the server deviates); copied
     * @return the reply
     */
    public static Reply ofOctets(int code, byte[] octets) {
        return ofOctets(code, octets, 0, octets.length);
    }

    /**
     * Makes a reply from the octets of all its lines.
     *
     * @param code the three-digit code that all lines carry
     * @param source holds all lines, each ended by CRLF (or by LF alone where the server deviates); copied
     * @param from where they begin
     * @param to where they end
     * @return the reply
     */
    public static Reply ofOctets(int code, byte[] source, int from, int to) {
        if (code < 100 || code > 999) {
            throw new IllegalArgumentException("A reply code has three digits, not " + code);
        }
        return new Reply(code, Arrays.copyOfRange(source, from, to));
    }

    /**
     * Makes a reply from its texts.
     *
     * @param code the three-digit code
     * @param texts the text of each line, without code and separator; none means one line without text
     * @return the reply
     */
    public static Reply of(int code, String... texts) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            all.append(code).append(i == texts.length - 1 ? ' ' : '-').append(texts[i]).append("\r\n");
        }
        if (texts.length == 0) {
            all.append(code).append("\r\n");
        }
        return ofOctets(code, all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the three-digit code. */
    public int code() {
        return code;
    }

    /** Tells whether the code is 2xx. */
    public boolean isPositive() {
        return code / 100 == 2;
    }

    /** Tells whether the code is 3xx: the server waits for more. */
    public boolean isIntermediate() {
        return code / 100 == 3;
    }

    /** Tells whether the code is 4xx: trying again later may help. */
    public boolean isTransient() {
        return code / 100 == 4;
    }

    /** Tells whether the code is 5xx: trying again will not help. */
    public boolean isPermanent() {
        return code / 100 == 5;
    }

    /** Returns how many octets the reply had on the wire, line ends included. */
    public int length() {
        return octets.length;
    }

    /** Returns a copy of the octets as received, line ends included. */
    public byte[] octets() {
        return octets.clone();
    }

    /** Returns the lines as received, with code and separator, without line ends. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < octets.length; i++) {
            if (octets[i] == '\n') {
                int end = i > start && octets[i - 1] == '\r' ? i - 1 : i;
                lines.add(decode(start, end));
                start = i + 1;
            }
        }
        if (start < octets.length) {
            lines.add(decode(start, octets.length));
        }
        return List.copyOf(lines);
    }

    /** Returns the text of each line, without code and separator. */
    public List<String> texts() {
        return lines().stream().map(line -> line.length() > 4 ? line.substring(4) : "").toList();
    }

    /** Returns the texts of all lines joined by one blank. */
    public String text() {
        return String.join(" ", texts()).strip();
    }

    /** Returns the enhanced status of the first line that has one of this reply's class (RFC 2034 section 4). */
    public Optional<EnhancedStatus> enhanced() {
        for (String text : texts()) {
            Optional<EnhancedStatus> status = EnhancedStatus.atStartOf(text);
            if (status.isPresent() && status.get().severity() == code / 100) {
                return status;
            }
        }
        return Optional.empty();
    }

    private String decode(int from, int to) {
        for (int i = from; i < to; i++) {
            if (octets[i] < 0) {
                return decodeBeyondAscii(from, to);
            }
        }
        return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String decodeBeyondAscii(int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reply reply && reply.code == code && Arrays.equals(reply.octets, octets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(octets);
    }

    /** Returns the lines joined by " / ", as people read them. */
    @Override
    public String toString() {
        return String.join(" / ", lines());
    }
}
