// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Strip;

/**
 * What the user wants of a photo.
 *
 * @param strip which metadata go
 * @param maxEdge the longest edge in pixels, 0 for any
 * @param maxBytes the largest size in bytes, 0 for any
 * @param quality of a new encoding, 0 if the present one will do
 */
record Settings(Strip strip, int maxEdge, int maxBytes, int quality) {

    static final Option.Choice STRIP = new Option.Choice("jpeg.strip", "Remove metadata", "none", words());
    static final Option.IntRange MAX_EDGE = new Option.IntRange("jpeg.max-edge",
            "Longest edge (0: as it is)", 0, 0, 65_500, "pixels");
    static final Option.IntRange MAX_BYTES = new Option.IntRange("jpeg.max-bytes",
            "Largest size (0: any)", 0, 0, Integer.MAX_VALUE, "bytes");
    static final Option.IntRange QUALITY = new Option.IntRange("jpeg.quality",
            "Quality when encoded anew (0: as it is, " + Settings.USUAL_QUALITY + " when resized)", 0, 0, 100, "");

    /** The quality of a picture that is encoded anew when nothing is said. */
    static final int USUAL_QUALITY = 85;

    /** All options. */
    static List<Option<?>> options() {
        return List.of(STRIP, MAX_EDGE, MAX_BYTES, QUALITY);
    }

    /** What was chosen. */
    static Settings of(Choices choices) {
        return new Settings(Strip.of(choices.get(STRIP)), choices.get(MAX_EDGE), choices.get(MAX_BYTES),
                choices.get(QUALITY));
    }

    /** Whether the file may stay as it is. */
    boolean isEmpty() {
        return strip == Strip.NONE && maxEdge == 0 && maxBytes == 0 && quality == 0;
    }

    /** Whether the picture is larger than it may be. */
    boolean needsResizing(Outline outline, long length) {
        int edge = outline.frame().map(frame -> Math.max(frame.width(), frame.height())).orElse(Integer.MAX_VALUE);
        return maxEdge > 0 && edge > maxEdge || maxBytes > 0 && length > maxBytes;
    }

    /** Whether the picture is to be encoded anew. */
    boolean needsEncoding(Outline outline, long length) {
        return quality > 0 || needsResizing(outline, length);
    }

    /** The quality of a new encoding. */
    int newQuality() {
        return quality > 0 ? quality : USUAL_QUALITY;
    }

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("none", "nothing");
        words.put("location", "the location");
        words.put("all", "all but colour profile and orientation");
        return words;
    }
}
