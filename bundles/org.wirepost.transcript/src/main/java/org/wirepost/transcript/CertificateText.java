// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.wirepost.smtp.dialogue.CertificateFacts;

/** Words about certificates. */
final class CertificateText {

    private static final long SOON_DAYS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private CertificateText() {
    }

    /** Returns a line for each fact of each certificate. */
    static List<String> of(List<CertificateFacts> chain, Instant now) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            CertificateFacts facts = chain.get(i);
            lines.add("  certificate " + (i + 1) + " of " + chain.size() + ": " + facts.subject());
            if (!facts.names().isEmpty()) {
                lines.add("    for " + String.join(", ", facts.names()));
            }
            lines.add("    issued by " + facts.issuer());
            lines.add("    valid " + DAY.format(facts.notBefore()) + " to " + DAY.format(facts.notAfter()) + " ("
                    + remaining(facts, now) + ")");
            lines.add("    " + facts.key() + ", " + facts.signature() + ", serial " + facts.serial());
            lines.add("    public key " + facts.spkiHash());
        }
        return lines;
    }

    /** Returns a warning for each certificate that soon ends, is over or not yet valid. */
    static List<String> warnings(List<CertificateFacts> chain, Instant now) {
        return chain.stream()
                .filter(facts -> now.isBefore(facts.notBefore()) || daysLeft(facts, now) < SOON_DAYS)
                .map(facts -> "the certificate of " + facts.subject() + ": " + remaining(facts, now))
                .toList();
    }

    private static String remaining(CertificateFacts facts, Instant now) {
        if (now.isBefore(facts.notBefore())) {
            return "not valid yet";
        }
        if (now.isAfter(facts.notAfter())) {
            long days = ChronoUnit.DAYS.between(facts.notAfter(), now);
            return days == 0 ? "expired today" : "expired " + days(days) + " ago";
        }
        return days(daysLeft(facts, now)) + " left";
    }

    private static long daysLeft(CertificateFacts facts, Instant now) {
        return ChronoUnit.DAYS.between(now, facts.notAfter());
    }

    private static String days(long days) {
        return days + (days == 1 ? " day" : " days");
    }
}
