// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.delivery.outbox.MailState;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.transcript.Inert;

/** The mails of an outbox as a table, a line each. */
public final class QueueTable {

    private static final int LEAST_ID = 6;
    private static final int STATE = 8;
    private static final int NEXT = 13;
    private static final int TO = 24;
    private static final int GAPS = 8;

    private final List<QueuedMail> mails;
    private final Times times;
    private final int id;
    private final int width;

    /**
     * Lays a table out.
     *
     * @param mails the mails
     * @param all the ids of all mails in the outbox, for the table shows as much of an id as tells it from the others
     * @param times for times
     * @param width columns, at least 80
     */
    public QueueTable(List<QueuedMail> mails, List<String> all, Times times, int width) {
        this.mails = List.copyOf(mails);
        this.times = times;
        this.id = Math.max(LEAST_ID, unique(all));
        this.width = Math.max(80, width);
    }

    /** Returns how much of an id tells it from all others. */
    private static int unique(List<String> ids) {
        List<String> sorted = ids.stream().sorted().toList();
        int longest = 0;
        for (int i = 1; i < sorted.size(); i++) {
            String one = sorted.get(i - 1);
            String other = sorted.get(i);
            int same = 0;
            while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
                same++;
            }
            longest = Math.max(longest, same + 1);
        }
        return longest;
    }

    /** Returns the lines; none when there is no mail. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!mails.isEmpty()) {
            lines.add(line("ID", "STATE", "NEXT", "TO", "SUBJECT"));
        }
        for (QueuedMail mail : mails) {
            lines.add(line(mail.id().substring(0, Math.min(id, mail.id().length())), mail.state().word(), next(mail),
                    to(mail), Inert.of(mail.subject().isEmpty() ? mail.label() : mail.subject())));
        }
        return lines;
    }

    private String line(String name, String state, String next, String to, String subject) {
        String line = cell(name, id) + cell(state, STATE) + cell(next, NEXT) + cell(to, TO)
                + cut(subject, width - id - STATE - NEXT - TO - GAPS);
        return line.stripTrailing();
    }

    private static String cell(String text, int columns) {
        String cut = cut(text, columns);
        return cut + " ".repeat(columns - cut.codePointCount(0, cut.length()) + 2);
    }

    private static String cut(String text, int columns) {
        int length = text.codePointCount(0, text.length());
        return length <= columns ? text : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
    }

    private String next(QueuedMail mail) {
        return switch (mail.state()) {
            case SENDING -> "now";
            case HELD -> "when released";
            case UNKNOWN -> "ask a person";
            case QUEUED, DEFERRED -> mail.nextTry().map(times::due).orElse("now");
            case REFUSED, SENT -> "-";
        };
    }

    /** Those whom the state is about come first. */
    private static String to(QueuedMail mail) {
        Optional<RecipientState> about = mail.state() == MailState.UNKNOWN ? Optional.of(RecipientState.UNKNOWN)
                : mail.state() == MailState.REFUSED ? Optional.of(RecipientState.REFUSED) : Optional.empty();
        RecipientStatus first = mail.recipients().stream().filter(each -> about.isPresent()
                ? each.state() == about.get() : each.state().isPending()).findFirst()
                .orElse(mail.recipients().get(0));
        int more = mail.recipients().size() - 1;
        String plus = more == 0 ? "" : " +" + more;
        return cut(Inert.of(first.address()), TO - plus.length()) + plus;
    }
}
