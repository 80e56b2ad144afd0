// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Base64;
import java.util.List;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.internal.Line;

/**
 * An answer of the client as it goes over the wire (RFC 4954 section 4).
 *
 * @param base64 the answer in base64; empty for an empty answer
 * @param secret whether it must not be shown
 */
record Frame(String base64, boolean secret) {

    /** The longest answer in base64 (RFC 4954 section 4), in octets. */
    private static final int LONGEST = 12_288;

    /** The longest command line without CRLF (RFC 5321 section 4.5.3.1.4), in octets. */
    private static final int LONGEST_COMMAND = 510;

    /**
     * Wraps an answer.
     *
     * @param answer the answer; null when the mechanism has nothing more to say
     * @param secret whether it must not be shown
     * @return the frame
     * @throws SaslException when it is longer than SMTP allows
     */
    static Frame of(byte[] answer, boolean secret) throws SaslException {
        Frame frame = new Frame(answer == null ? "" : Base64.getEncoder().encodeToString(answer), secret);
        if (frame.base64.length() > LONGEST) {
            throw new SaslException("its answer has " + frame.base64.length() + " octets in base64, and SMTP allows "
                    + LONGEST + " (RFC 4954 section 4)");
        }
        return frame;
    }

    /**
     * Unwraps the challenge in a reply 334. A lone {@code =} counts as an empty challenge, for some servers send it.
     *
     * @param reply the reply
     * @return the challenge
     * @throws SaslException when it is not one line of base64
     */
    static byte[] challenge(Reply reply) throws SaslException {
        List<String> texts = reply.texts();
        String text = texts.get(0).strip();
        try {
            if (texts.size() == 1) {
                return text.equals("=") ? new byte[0] : Base64.getDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            throw new SaslException("the server's challenge is not base64");
        }
        throw new SaslException("the server's challenge has more than one line");
    }

    /** Returns the command that opens an exchange without a first answer. */
    static Line command(String mechanism) {
        return Line.of("AUTH " + mechanism);
    }

    /** Tells whether the command together with this answer is short enough. */
    boolean fitsCommand(String mechanism) {
        return "AUTH ".length() + mechanism.length() + 1 + base64.length() <= LONGEST_COMMAND;
    }

    /** Returns the command that opens an exchange with this answer; an empty one is said as {@code =}. */
    Line commandWith(String mechanism) {
        return line("AUTH " + mechanism + " ", base64.isEmpty() ? "=" : base64);
    }

    /** Returns the line that answers a challenge. */
    Line answer() {
        return line("", base64);
    }

    private Line line(String prefix, String text) {
        return secret && !base64.isEmpty() ? Line.withSecret(prefix, text) : Line.of(prefix + text);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return answer().shown();
    }
}
