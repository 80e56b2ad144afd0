// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.headless.internal.queue.Times;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.transcript.Inert;
import org.wirepost.transcript.Sizes;

/** The lines on standard output that say what became of a message: one for each recipient. */
final class Lines {

    private static final int STATE_WIDTH = 8;
    /** The words of a reply; all of them are in the report and the transcript. */
    private static final int LONGEST = 4000;
    private static final int LONGEST_LABEL = 200;

    private Lines() {
    }

    /**
     * Returns the line of one recipient.
     *
     * @param report the message
     * @param outcome the recipient
     * @param colour whether the state is coloured as well
     * @return such as {@code accepted  bob@example.org  250 2.0.0 queued as 42}
     */
    static String of(DeliveryReport report, Outcome outcome, boolean colour) {
        String state = outcome.state();
        String words = outcome.reply().isPresent() ? outcome.reply().get().code() + " " + outcome.reply().get().text()
                : outcome.reason();
        return paint(outcome, colour, state) + " ".repeat(STATE_WIDTH - state.length()) + "  "
                + Inert.of(outcome.recipient()) + "  " + Inert.of(words.strip(), LONGEST)
                + (report.dryRun() == DryRun.NONE ? "" : "  (dry run: nothing was sent)")
                + (report.label().isEmpty() ? "" : "  [" + Inert.of(report.label(), LONGEST_LABEL) + "]");
    }

    private static String paint(Outcome outcome, boolean colour, String state) {
        if (!colour) {
            return state;
        }
        String code = outcome instanceof Outcome.Accepted ? "32" : outcome instanceof Outcome.Deferred ? "33" : "31";
        return "\u001b[" + code + "m" + state + "\u001b[0m";
    }

    /** Returns the line of a message that is in the outbox. */
    static String ofQueued(QueuedMail mail, Times times) {
        StringBuilder line = new StringBuilder("queued    ").append(mail.id()).append("  ")
                .append(Inert.of(mail.recipients().get(0).address()));
        int more = mail.recipients().size() - 1;
        if (more > 0) {
            line.append(" and ").append(more).append(" more");
        }
        mail.notBefore().ifPresent(time -> line.append("  not before ").append(times.of(time)));
        return line.append(mail.label().isEmpty() ? "" : "  [" + Inert.of(mail.label()) + "]").toString();
    }

    /** Returns the line for a dry run that ended well before any recipient was asked about. */
    static String ofDryRun(DeliveryReport report) {
        String done = switch (report.dryRun()) {
            case RENDER -> "rendered";
            case CONNECT -> "connected";
            case AUTH -> "authenticated";
            default -> "ready";
        };
        StringBuilder line = new StringBuilder(done).append("  message of ").append(Sizes.of(report.size()));
        report.server().ifPresent(server -> line.append("  ").append(Inert.of(server.host())).append(" port ")
                .append(server.port()).append(server.tlsVersion().map(v -> ", " + v).orElse(", no TLS"))
                .append(server.mechanism().map(m -> ", " + m).orElse("")));
        return line.append("  (dry run: nothing was sent)")
                .append(report.label().isEmpty() ? "" : "  [" + Inert.of(report.label(), LONGEST_LABEL) + "]")
                        .toString();
    }
}
