// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import java.time.Duration;
import java.util.Objects;

/**
 * How much time and memory a handler gets.
 *
 * @param match time to recognise a file; a handler that takes longer three times in a row, or once twenty times as
 *        long, is set aside
 * @param inspect time to inspect a file, and one more second for each 20 MB
 * @param idle how long preparing may go on without progress
 * @param prepare how long preparing may take in all
 * @param source how long to wait for bytes of the file itself
 * @param pixels how many pixels may be held decoded at one time
 */
public record Bounds(Duration match, Duration inspect, Duration idle, Duration prepare, Duration source, long pixels) {

    public Bounds {
        Objects.requireNonNull(match, "match");
        Objects.requireNonNull(inspect, "inspect");
        Objects.requireNonNull(idle, "idle");
        Objects.requireNonNull(prepare, "prepare");
        Objects.requireNonNull(source, "source");
    }

    /** 50 ms, 2 s, 10 s, 10 min, 30 s, and a quarter of the heap for pixels. */
    public static Bounds standard() {
        return new Bounds(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofMinutes(10),
                Duration.ofSeconds(30), Runtime.getRuntime().maxMemory() / 16);
    }
}
