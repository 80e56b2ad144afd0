// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notices that a text speaks of a file that goes with it. What is quoted and what is signed does not count. */
public final class AttachmentReminder {

    private static final String WORDS = "attachment-words.txt";
    private static final Pattern ORIGINAL = Pattern.compile("^-{2,}\\s*\\p{L}.*\\p{L}\\s*-{2,}\\s*$");
    private static final Pattern PATTERN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(" + alternatives() + ")(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private AttachmentReminder() {
    }

    /**
     * Looks for a word about attachments.
     *
     * @param subject the subject; that of an answer was written by somebody else and does not count
     * @param body the text with LF line ends
     * @return the word as it stands there
     */
    public static Optional<String> word(String subject, String body) {
        StringBuilder own = new StringBuilder();
        if (!subject.regionMatches(true, 0, "re:", 0, 3) && !subject.regionMatches(true, 0, "aw:", 0, 3)) {
            own.append(subject).append('\n');
        }
        for (String line : body.substring(0, Signature.start(body)).split("\n")) {
            if (ORIGINAL.matcher(line).matches()) {
                break;
            }
            if (!line.startsWith(">")) {
                own.append(line).append('\n');
            }
        }
        Matcher matcher = PATTERN.matcher(own);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A star at the end of a word stands for any further letters. */
    private static String alternatives() {
        List<String> words = new ArrayList<>();
        for (String line : read().split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                for (String word : line.substring(colon + 1).split(",")) {
                    words.add(pattern(word.strip()));
                }
            }
        }
        return String.join("|", words);
    }

    private static String pattern(String word) {
        boolean open = word.endsWith("*");
        String plain = open ? word.substring(0, word.length() - 1) : word;
        return Pattern.quote(plain).replace(" ", "\\E\\s+\\Q") + (open ? "\\p{L}*" : "");
    }

    private static String read() {
        try (InputStream in = AttachmentReminder.class.getResourceAsStream(WORDS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
