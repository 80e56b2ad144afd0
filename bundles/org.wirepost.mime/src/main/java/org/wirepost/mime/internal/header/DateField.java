// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Writes a date (RFC 5322 section 3.3): English names whatever the locale, and an offset in whole minutes. */
public final class DateField {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** The date formatted last: the messages of a batch come many to the second. */
    private static volatile Shown last = new Shown(0, ZoneOffset.UTC, "Thu, 01 Jan 1970 00:00:00 +0000");

    /** A date without the fraction of its second. */
    private record Shown(long second, ZoneOffset offset, String text) {
    }

    private DateField() {
    }

    /**
     * Formats a date.
     *
     * @param date year 1900 to 9999
     * @return such as {@code Fri, 02 Jan 2026 09:00:00 +0900}
     */
    public static String format(OffsetDateTime date) {
        long second = date.toEpochSecond();
        Shown known = last;
        if (known.second != second || !known.offset.equals(date.getOffset())) {
            known = new Shown(second, date.getOffset(), text(date));
            last = known;
        }
        return known.text;
    }

    private static String text(OffsetDateTime date) {
        int seconds = date.getOffset().getTotalSeconds();
        OffsetDateTime shown = seconds % 60 == 0 ? date
                : date.withOffsetSameInstant(ZoneOffset.ofTotalSeconds(seconds / 60 * 60));
        int minutes = Math.abs(seconds / 60);
        int day = 3 * (shown.getDayOfWeek().getValue() - 1);
        int month = 3 * (shown.getMonthValue() - 1);
        StringBuilder text = new StringBuilder(31).append(DAYS, day, day + 3).append(", ");
        two(text, shown.getDayOfMonth()).append(' ').append(MONTHS, month, month + 3).append(' ');
        text.append(shown.getYear()).append(' ');
        two(text, shown.getHour()).append(':');
        two(text, shown.getMinute()).append(':');
        two(text, shown.getSecond()).append(' ').append(seconds < 0 ? '-' : '+');
        two(text, minutes / 60);
        return two(text, minutes % 60).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
