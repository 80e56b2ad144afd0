// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.ui.internal.compose.draft.SentRecord;
import org.wirepost.ui.internal.words.Sentences;

/** What a report says about a letter, in words. */
final class Verdict {

    private static final Pattern QUEUE_ID = Pattern.compile(
            "queued (?:mail for delivery )?as ([^\\s,;.)]+)|\\bid=(\\S+)|[Mm]essage accepted for delivery:? ?(\\S+)");

    private final DeliveryReport report;

    Verdict(DeliveryReport report) {
        this.report = report;
    }

    /** Tells whether every recipient was accepted, so that nothing is left to do. */
    boolean isComplete() {
        return report.isComplete();
    }

    /** Tells whether the server took it for at least one recipient. */
    boolean isSent() {
        return report.isSentToSomeone();
    }

    /** Returns the addresses of those who got it, in lower case. */
    List<String> accepted() {
        return report.outcomes().stream().filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> outcome.recipient().toLowerCase(Locale.ROOT)).toList();
    }

    /** Returns the sentence for the status line when somebody got it. */
    String status() {
        String code = report.outcomes().stream().filter(Outcome.Accepted.class::isInstance)
                .flatMap(outcome -> outcome.reply().stream()).findFirst().map(reply -> reply.code() + " ").orElse("");
        String sentence = code + Messages.bind(Messages.acceptedFor, accepted().size(), report.outcomes().size());
        return queueId().map(id -> sentence + " (" + id + ")").orElse(sentence);
    }

    private Optional<String> queueId() {
        return report.outcomes().stream().filter(Outcome.Accepted.class::isInstance)
                .flatMap(outcome -> outcome.reply().stream()).map(Reply::text).findFirst().map(text -> {
                    Matcher matcher = QUEUE_ID.matcher(text);
                    if (!matcher.find()) {
                        return text;
                    }
                    for (int group = 1; group < matcher.groupCount(); group++) {
                        if (matcher.group(group) != null) {
                            return matcher.group(group);
                        }
                    }
                    return matcher.group(matcher.groupCount());
                }).filter(text -> !text.isBlank());
    }

    /** Returns what went wrong, one line each, the words of the server verbatim; empty for nothing. */
    String failure() {
        List<String> lines = new ArrayList<>();
        if (isSent() && !isComplete()) {
            lines.add(status());
        }
        report.failure().ifPresent(failure -> lines.addAll(said(failure)));
        for (Outcome outcome : report.outcomes()) {
            if (!(outcome instanceof Outcome.Accepted) && !isSaid(outcome)) {
                lines.add(outcome.recipient() + ": " + words(outcome));
            }
        }
        if (report.outcomes().stream().anyMatch(Outcome.Unknown.class::isInstance)) {
            lines.add(Messages.unknownOutcome);
        }
        return String.join("\n", lines.stream().distinct().toList());
    }

    /** What failed, and below it the words of the server, line by line, which the sentence need not quote then. */
    private static List<String> said(DeliveryFailure failure) {
        List<String> words = reply(failure).map(Reply::lines).orElse(List.of());
        String sentence = Sentences.of(failure.sentence());
        int quote = words.isEmpty() ? -1 : sentence.indexOf(": " + words.get(0));
        List<String> lines = new ArrayList<>();
        lines.add(quote < 0 ? sentence : sentence.substring(0, quote + 1));
        lines.addAll(words);
        return lines;
    }

    private static Optional<Reply> reply(DeliveryFailure failure) {
        return failure instanceof DeliveryFailure.Session session ? session.reply() : Optional.empty();
    }

    /** Tells whether the failure as a whole says already what became of a recipient. */
    private boolean isSaid(Outcome outcome) {
        return report.failure().filter(failure -> outcome.reply().isPresent()
                ? outcome.reply().equals(reply(failure)) : outcome.reason().equals(failure.sentence())).isPresent();
    }

    private static String words(Outcome outcome) {
        return outcome.reply().map(reply -> String.join(" ", reply.lines())).filter(text -> !text.isBlank())
                .orElse(outcome.reason());
    }

    /** Returns what is kept about the recipients. */
    List<SentRecord.Recipient> recipients() {
        return report.outcomes().stream()
                .map(outcome -> new SentRecord.Recipient(outcome.recipient(), outcome.state(), words(outcome)))
                .toList();
    }
}
