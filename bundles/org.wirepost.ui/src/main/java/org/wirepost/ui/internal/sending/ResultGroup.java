// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;

/**
 * Recipients of whom the server said the same.
 *
 * @param kind what became of the letter for them
 * @param recipients their addresses
 * @param words what the server said, line by line and verbatim; empty when it said nothing
 * @param reason what it means, in one sentence
 */
record ResultGroup(Kind kind, List<String> recipients, List<String> words, String reason) {

    /** What became of a letter for a recipient, the worst first. */
    enum Kind {
        /** Refused for good. */
        REFUSED,
        /** Nobody knows. */
        UNKNOWN,
        /** Not taken now. */
        DEFERRED,
        /** Taken. */
        ACCEPTED;

        static Kind of(Outcome outcome) {
            if (outcome instanceof Outcome.Accepted) {
                return ACCEPTED;
            }
            if (outcome instanceof Outcome.Deferred) {
                return DEFERRED;
            }
            return outcome instanceof Outcome.Refused ? REFUSED : UNKNOWN;
        }

        /** Returns it in words. */
        String words() {
            return switch (this) {
                case REFUSED -> Messages.refused;
                case UNKNOWN -> Messages.unknown;
                case DEFERRED -> Messages.deferred;
                case ACCEPTED -> Messages.accepted;
            };
        }

        /** Returns the name of its icon. */
        String icon() {
            return switch (this) {
                case REFUSED -> "refused";
                case UNKNOWN -> "unknown";
                case DEFERRED -> "deferred";
                case ACCEPTED -> "accepted";
            };
        }

        /** Returns its tone. */
        Tone tone() {
            return switch (this) {
                case REFUSED -> Tone.ERROR;
                case UNKNOWN, DEFERRED -> Tone.WARNING;
                case ACCEPTED -> Tone.GOOD;
            };
        }
    }

    private record Key(Kind kind, List<String> words, String reason) {
    }

    /** Returns the groups of a report, the worst first, in each the order of the envelope. */
    static List<ResultGroup> of(DeliveryReport report) {
        Map<Key, List<String>> groups = new LinkedHashMap<>();
        for (Outcome outcome : report.outcomes()) {
            Key key = new Key(Kind.of(outcome), outcome.reply().map(Reply::lines).orElse(List.of()), outcome.reason());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(outcome.recipient());
        }
        List<ResultGroup> all = new ArrayList<>();
        groups.forEach((key, recipients) ->
                all.add(new ResultGroup(key.kind(), List.copyOf(recipients), key.words(), Sentences.of(key.reason()))));
        all.sort(Comparator.comparing(ResultGroup::kind));
        return all;
    }

    /** Returns the addresses, at most some of them, and how many more there are. */
    String names(int most) {
        String few = String.join(", ", recipients.subList(0, Math.min(most, recipients.size())));
        return recipients.size() <= most ? few : Messages.bind(Messages.andMore, few, recipients.size() - most);
    }
}
