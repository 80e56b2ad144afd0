// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A message as a server of others took it.
 *
 * @param sender the reverse-path, perhaps with the parameters of MAIL behind it
 * @param recipients the forward-paths
 * @param trace the Received field that the server put on top; empty when it puts none
 * @param octets the message without that field
 * @param messageId the id in its header, without angle brackets; empty when it has none
 */
public record Mail(String sender, List<String> recipients, String trace, byte[] octets, String messageId) {

    private static final String RECEIVED = "Received: ";

    static Mail of(String sender, List<String> recipients, byte[] stored) {
        String text = new String(stored, StandardCharsets.ISO_8859_1);
        int end = text.startsWith(RECEIVED) ? endOfField(text) : 0;
        String message = text.substring(end);
        return new Mail(sender, recipients, text.substring(0, end), message.getBytes(StandardCharsets.ISO_8859_1),
                messageId(message));
    }

    private static int endOfField(String text) {
        int end = text.indexOf("\r\n") + 2;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end = text.indexOf("\r\n", end) + 2;
        }
        return end;
    }

    private static String messageId(String message) {
        for (String line : header(message).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                return line.substring(line.indexOf('<') + 1, line.lastIndexOf('>'));
            }
        }
        return "";
    }

    private static String header(String message) {
        int end = message.indexOf("\r\n\r\n");
        return end < 0 ? message : message.substring(0, end);
    }

    /** Returns the message with each octet as the character of that number. */
    public String text() {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** Returns the header, likewise. */
    public String header() {
        return header(text());
    }

    @Override
    public String toString() {
        return "Mail[from " + sender + " to " + recipients + ", " + octets.length + " octets, " + messageId + "]";
    }
}
