// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static java.util.Objects.requireNonNull;

/**
 * One line of a transcript for people.
 *
 * @param nanos nanoseconds since the session began
 * @param mark what kind of line it is
 * @param text the words; inert, without line ends
 * @param failure whether it tells of something that failed: a 4xx or 5xx reply, a refusal, a broken connection
 */
public record TranscriptLine(long nanos, Mark mark, String text, boolean failure) {

    /** No line is longer than this many characters of the original text; the rest is counted. */
    public static final int LIMIT = 65_536;

    /** Makes the text inert and bounds it. */
    public TranscriptLine {
        requireNonNull(mark, "mark");
        text = Inert.of(text, LIMIT);
    }

    /**
     * Returns the whole line without a line end: time in seconds (four places and three decimals), mark, text.
     *
     * @param palette colours, if wanted
     * @return such as {@code "   0.081 S: 220 mail.example.org"}
     */
    public String format(Palette palette) {
        return palette.paint(this, time(nanos) + " " + mark.text() + " " + text);
    }

    private static String time(long nanos) {
        long millis = Math.max(0, nanos) / 1_000_000;
        String seconds = Long.toString(millis / 1000);
        String fraction = Long.toString(1000 + millis % 1000).substring(1);
        return " ".repeat(Math.max(0, 4 - seconds.length())) + seconds + "." + fraction;
    }
}
