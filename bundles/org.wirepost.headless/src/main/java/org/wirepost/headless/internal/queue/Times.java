// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.server.TimeText;

/** Points in time as people type and read them: in the zone of this machine. */
public final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final Instant now;
    private final ZoneId zone;

    /**
     * Reads and writes times as seen from one.
     *
     * @param now the time
     * @param zone whose clock
     */
    public Times(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Reads and writes times as seen from now and here. */
    public static Times here() {
        return new Times(Instant.now(), ZoneId.systemDefault());
    }

    /** Returns the time from which the others are seen. */
    public Instant now() {
        return now;
    }

    /**
     * Reads a time such as {@code 08:00}, the next time it is that late, {@code 2026-11-25}, {@code 2026-11-25 08:00}
     * or
     * {@code 2026-11-25T08:00+01:00}.
     *
     * @param text as given
     * @param where names it in errors
     * @return a time that has not passed
     * @throws Fault when it is none, or has passed
     */
    public Instant parse(String text, String where) throws Fault {
        Instant time = read(text.strip()).orElseThrow(() -> Fault.usage(where + " '" + text + "' is no time; write it "
                + "like 08:00, 2026-11-25, '2026-11-25 08:00' or 2026-11-25T08:00+01:00."));
        if (time.isBefore(now)) {
            throw Fault.usage(where + " '" + text + "' has passed; name a time to come.");
        }
        return time;
    }

    private Optional<Instant> read(String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (text.length() <= "08:00:00".length()) {
                LocalDateTime today = LocalTime.parse(text).atDate(LocalDate.ofInstant(now, zone));
                Instant time = today.atZone(zone).toInstant();
                return Optional.of(time.isBefore(now) ? today.plusDays(1).atZone(zone).toInstant() : time);
            }
            if (iso.indexOf('T') < 0) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay(zone).toInstant());
            }
            boolean hasZone = iso.endsWith("Z") || iso.indexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            return Optional.of(hasZone ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns a time to the second; with the date when it is not today. */
    public String of(Instant time) {
        return isToday(time) ? CLOCK.format(time.atZone(zone)) : DAY.format(time.atZone(zone));
    }

    private boolean isToday(Instant time) {
        return LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(now, zone));
    }

    /** Returns how long it is until a time, or since then: {@code in 4 min}, {@code 3 days ago}, {@code now}. */
    public String distance(Instant time) {
        Duration wait = Duration.between(now, time);
        if (wait.abs().toSeconds() < 1) {
            return "now";
        }
        return wait.isNegative() ? TimeText.words(wait.negated()) + " ago" : "in " + TimeText.words(wait);
    }

    /** Returns when something is due: {@code now} once that has passed. */
    public String due(Instant time) {
        return time.isAfter(now) ? distance(time) : "now";
    }
}
