// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Dice;

class DateFieldTest {

    @Test
    void writesEnglishNamesWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(DateField.format(OffsetDateTime.parse("2026-01-02T09:00:00+09:00")))
                    .isEqualTo("Fri, 02 Jan 2026 09:00:00 +0900");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void writesNegativeOffsetsWithMinutes() {
        assertThat(DateField.format(OffsetDateTime.parse("2026-12-31T23:59:59-03:30")))
                .isEqualTo("Thu, 31 Dec 2026 23:59:59 -0330");
    }

    @Test
    void roundsOldOffsetsWithSecondsToMinutesAndKeepsTheInstant() {
        OffsetDateTime date = OffsetDateTime.parse("1930-06-01T12:00:00+00:19:32");
        assertThat(DateField.format(date)).isEqualTo("Sun, 01 Jun 1930 11:59:28 +0019");
    }

    @Test
    void agreesWithTheFormatterOfTheJdk() {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
        Dice.rolls(2000, dice -> {
            OffsetDateTime date = OffsetDateTime.of(1900 + dice.upTo(200), 1 + dice.upTo(11), 1 + dice.upTo(27),
                    dice.upTo(23), dice.upTo(59), dice.upTo(59), 0,
                            ZoneOffset.ofTotalSeconds(60 * (dice.upTo(1680) - 840)));
            assertThat(DateField.format(date)).isEqualTo(formatter.format(date));
        });
    }
}
