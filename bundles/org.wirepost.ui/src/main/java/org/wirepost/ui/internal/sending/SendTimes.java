// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Times at which a letter may be sent, and how they are told: by the clock on the wall of this machine. */
public final class SendTimes {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final Duration FAR = Duration.ofHours(48);

    /**
     * A time that is offered.
     *
     * @param label what it is called
     * @param time when it is
     */
    public record Choice(String label, Instant time) {
    }

    private SendTimes() {
    }

    /** Returns the usual times, as seen from one. */
    public static List<Choice> choices(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        List<Choice> choices = new ArrayList<>();
        choices.add(choice(Messages.inOneHour, here.plusHours(1).truncatedTo(ChronoUnit.MINUTES), zone, now));
        if (here.toLocalTime().isBefore(EVENING.minusMinutes(30))) {
            choices.add(choice(Messages.thisEvening, here.toLocalDate().atTime(EVENING).atZone(zone), zone, now));
        }
        LocalDate tomorrow = here.toLocalDate().plusDays(1);
        choices.add(choice(Messages.tomorrowMorning, tomorrow.atTime(MORNING).atZone(zone), zone, now));
        return choices;
    }

    private static Choice choice(String words, ZonedDateTime time, ZoneId zone, Instant now) {
        return new Choice(Messages.bind(words, at(time.toInstant(), now, zone)), time.toInstant());
    }

    /** Returns a time of day, with the date when it is another day. */
    public static String at(Instant time) {
        return at(time, Instant.now(), ZoneId.systemDefault());
    }

    static String at(Instant time, Instant now, ZoneId zone) {
        ZonedDateTime there = time.atZone(zone);
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (there.toLocalDate().equals(today)) {
            return clock.format(there);
        }
        return there.toLocalDate().equals(today.plusDays(1)) ? Messages.bind(Messages.tomorrowAt, clock.format(there))
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).format(there);
    }

    /** Returns a time, and how long it is until then if that is soon. */
    public static String due(Instant time) {
        Duration wait = Duration.between(Instant.now(), time);
        return wait.isNegative() || wait.compareTo(FAR) > 0 ? at(time)
                : Messages.bind(Messages.atIn, at(time), Figures.time(wait));
    }
}
