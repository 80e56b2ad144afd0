// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.nio.file.Path;
import java.util.Locale;

/** How a transcript is written down. */
public enum TranscriptFormat {
    /** Lines for people. */
    TEXT,
    /** JSON Lines: one object for each event, as described in the package documentation. */
    JSON;

    /**
     * Returns the format that a file name asks for.
     *
     * @param file a file name
     * @return JSON for names that end in {@code .json}, {@code .jsonl} or {@code .ndjson}, text for all others
     */
    public static TranscriptFormat of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSON : TEXT;
    }
}
