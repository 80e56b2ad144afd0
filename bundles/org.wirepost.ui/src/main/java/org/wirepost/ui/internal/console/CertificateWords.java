// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.wirepost.smtp.dialogue.CertificateFacts;

/** Words about how long a certificate is valid. */
final class CertificateWords {

    private static final long SOON_DAYS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private CertificateWords() {
    }

    static String remaining(CertificateFacts facts) {
        return remaining(facts, Instant.now());
    }

    static String remaining(CertificateFacts facts, Instant now) {
        if (now.isBefore(facts.notBefore())) {
            return Messages.bind(Messages.notValidYet, DAY.format(facts.notBefore()));
        }
        if (now.isAfter(facts.notAfter())) {
            return Messages.bind(Messages.expiredOn, DAY.format(facts.notAfter()));
        }
        long days = ChronoUnit.DAYS.between(now, facts.notAfter());
        return days == 1 ? Messages.oneDayLeft : Messages.bind(Messages.daysLeft, days);
    }

    static String period(CertificateFacts facts) {
        return Messages.bind(Messages.validPeriod, DAY.format(facts.notBefore()), DAY.format(facts.notAfter()));
    }

    /** Tells whether someone ought to look at it: not valid now, or not for long. */
    static boolean isDoubtful(CertificateFacts facts, Instant now) {
        return now.isBefore(facts.notBefore()) || ChronoUnit.DAYS.between(now, facts.notAfter()) < SOON_DAYS;
    }
}
