// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a {@code mailto:} link asks for (RFC 6068). Only what a person sees in the composer is taken: recipients,
 * subject, text and the message answered; never a file, and never another header field.
 *
 * @param to the line of primary recipients
 * @param cc the line of those who get a copy
 * @param bcc the line of those who get a blind copy
 * @param subject the subject
 * @param body the text with LF line ends
 * @param inReplyTo ids of the messages it answers, without angle brackets
 * @param ignored names of the fields that were not taken
 */
public record MailtoUri(String to, String cc, String bcc, String subject, String body, List<String> inReplyTo,
        List<String> ignored) {

    private static final String SCHEME = "mailto:";
    private static final int LONGEST = 1 << 20;

    /** Copies the lists. */
    public MailtoUri {
        inReplyTo = List.copyOf(inReplyTo);
        ignored = List.copyOf(ignored);
    }

    /**
     * Tells whether a word is such a link.
     *
     * @param word a word of the command line
     */
    public static boolean isOne(String word) {
        return word.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads a link; escapes that are none stand for themselves.
     *
     * @param uri the link
     * @return what it asks for
     * @throws IllegalArgumentException when it is no such link, or longer than one mebibyte
     */
    public static MailtoUri parse(String uri) {
        if (!isOne(uri) || uri.length() > LONGEST) {
            throw new IllegalArgumentException("This is no mailto: link");
        }
        String rest = uri.substring(SCHEME.length());
        int hash = rest.indexOf('#');
        String link = hash < 0 ? rest : rest.substring(0, hash);
        int mark = link.indexOf('?');
        Reader reader = new Reader();
        reader.take("to", mark < 0 ? link : link.substring(0, mark));
        if (mark >= 0) {
            for (String field : link.substring(mark + 1).split("&")) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    reader.take(decoded(field.substring(0, equals)).toLowerCase(Locale.ROOT),
                            field.substring(equals + 1));
                }
            }
        }
        return reader.result();
    }

    private static String decoded(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        for (int i = 0; i < octets.length; i++) {
            int high = octets[i] == '%' && i + 2 < octets.length ? Character.digit(octets[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(octets[i + 2], 16);
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(octets[i]);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Collects the fields. */
    private static final class Reader {

        private final List<String> to = new ArrayList<>();
        private final List<String> cc = new ArrayList<>();
        private final List<String> bcc = new ArrayList<>();
        private final List<String> inReplyTo = new ArrayList<>();
        private final List<String> ignored = new ArrayList<>();
        private String subject = "";
        private String body = "";

        void take(String name, String value) {
            switch (name) {
                case "to" -> add(to, line(value));
                case "cc" -> add(cc, line(value));
                case "bcc" -> add(bcc, line(value));
                case "subject" -> subject = line(value);
                case "body" -> body = text(value);
                case "in-reply-to" -> ids(line(value));
                default -> ignored.add(line(name));
            }
        }

        private static void add(List<String> list, String value) {
            if (!value.isBlank()) {
                list.add(value);
            }
        }

        /** A line break in a header field is how others are smuggled in: it becomes a blank. */
        private static String line(String value) {
            return decoded(value).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
        }

        private static String text(String value) {
            return decoded(value).replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cc}&&[^\n\t]]", "");
        }

        private void ids(String value) {
            for (String word : value.split("\\s+")) {
                String id = word.replaceAll("[<>]", "");
                if (!id.isEmpty() && id.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                    inReplyTo.add(id);
                }
            }
        }

        MailtoUri result() {
            return new MailtoUri(String.join(", ", to), String.join(", ", cc), String.join(", ", bcc), subject, body,
                    inReplyTo, ignored);
        }
    }
}
