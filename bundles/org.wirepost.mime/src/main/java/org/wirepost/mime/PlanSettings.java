// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Where a plan takes its time and its chance from.
 *
 * @param clock gives the Date of a message that has none, and its zone
 * @param seed if present, boundaries and Message-ID follow from it and from the message, so that the same input gives
 *        the same bytes; if empty, they are drawn from a secure random generator
 */
public record PlanSettings(Clock clock, OptionalLong seed) {

    private static final PlanSettings STANDARD = new PlanSettings(Clock.systemDefaultZone(), OptionalLong.empty());

    /** Reproducible dates lie in the year from this instant (2026-01-01T00:00:00Z). */
    private static final long EPOCH = 1_767_225_600L;

    private static final long YEAR = 365 * 86_400L;

    /** Checks that nothing is missing. */
    public PlanSettings {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(seed, "seed");
    }

    /** Returns the usual settings: the time of this machine and secure random bits. */
    public static PlanSettings standard() {
        return STANDARD;
    }

    /**
     * Returns settings for reproducible messages. The Date of a message that has none is an instant in 2026 that
     * follows from the seed.
     *
     * @param seed any number
     * @return settings that make the same bytes of the same message
     */
    public static PlanSettings seeded(long seed) {
        long second = Math.floorMod(seed * 0x9E3779B97F4A7C15L, YEAR);
        Clock clock = Clock.fixed(Instant.ofEpochSecond(EPOCH + second), ZoneOffset.UTC);
        return new PlanSettings(clock, OptionalLong.of(seed));
    }

    /**
     * Returns settings for reproducible messages from a text, such as a commit id; digits alone are the number they
     * stand for.
     *
     * @param seed any text
     * @return settings that make the same bytes of the same message
     */
    public static PlanSettings seeded(String seed) {
        try {
            return seeded(Long.parseLong(seed));
        } catch (NumberFormatException e) {
            long hash = 0xCBF29CE484222325L;
            for (byte octet : seed.getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
            }
            return seeded(hash);
        }
    }

    /**
     * Returns these settings with another clock.
     *
     * @param other gives the Date of a message that has none
     * @return new settings
     */
    public PlanSettings withClock(Clock other) {
        return new PlanSettings(other, seed);
    }
}
