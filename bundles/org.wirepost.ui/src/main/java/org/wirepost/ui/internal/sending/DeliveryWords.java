// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;

/** Says in words how far a delivery is and what became of it. */
final class DeliveryWords {

    private static final int PERCENT = 10;
    private static final int SHOWN = 2;

    private DeliveryWords() {
    }

    /** Returns one line about its state. */
    static String state(Delivery delivery) {
        Delivery.State state = delivery.state();
        if (delivery.isCancelled() && !state.isOver()) {
            return Messages.cancelling;
        }
        return switch (state) {
            case PREPARING -> Messages.preparing;
            case WAITING -> Messages.bind(Messages.waiting, delivery.secondsLeft());
            case SCHEDULED -> Messages.bind(Messages.scheduled,
                    delivery.nextTry().map(SendTimes::due).orElse(""));
            case QUEUED -> Messages.queued;
            case CONNECTING -> Messages.connecting;
            case SENDING -> sending(delivery.course().pace());
            case ELSEWHERE -> Messages.elsewhere;
            case DEFERRED -> deferred(delivery);
            case HELD -> delivery.mail().filter(mail -> mail.held().isPresent()).isPresent() ? Messages.held
                    : Messages.blocked;
            case UNKNOWN, DONE -> delivery.report().map(DeliveryWords::result).orElse("");
            case UNDONE -> delivery.draftId().isEmpty() ? Messages.removed : Messages.undone;
        };
    }

    private static String deferred(Delivery delivery) {
        String next = delivery.nextTry().map(time -> Messages.bind(Messages.triedAgain, SendTimes.due(time)))
                .orElse(Messages.queued);
        return delivery.report().map(report -> Messages.bind(Messages.both, result(report), next)).orElse(next);
    }

    private static String sending(Pace pace) {
        if (pace.total() == 0) {
            return Messages.introducing;
        }
        if (pace.sent() >= pace.total()) {
            return Messages.finalReply;
        }
        int percent = pace.permille() / PERCENT;
        String size = Figures.size(pace.total());
        OptionalLong speed = pace.speed();
        Optional<Duration> left = pace.left();
        if (speed.isEmpty()) {
            return Messages.bind(Messages.sendingShare, percent, size);
        }
        String rate = Figures.size(speed.getAsLong());
        return left.isEmpty() ? Messages.bind(Messages.sendingPace, new Object[] {percent, size, rate})
                : Messages.bind(Messages.sendingLeft, new Object[] {percent, size, rate, Figures.time(left.get())});
    }

    /** Returns who it is for, and through which account it goes. */
    static String route(Delivery delivery) {
        List<String> names = delivery.recipients();
        String few = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        if (names.isEmpty()) {
            return Messages.bind(Messages.via, delivery.account());
        }
        return Messages.bind(Messages.toVia, names.size() <= SHOWN ? few
                : Messages.bind(Messages.andMore, few, names.size() - SHOWN), delivery.account());
    }

    /** Tells whether nobody was refused, and yet another try is pointless until a person has mended something. */
    private static boolean isBlocked(DeliveryReport report) {
        return report.failure().filter(failure -> failure instanceof DeliveryFailure.Session session
                && session.permanent()).isPresent()
                && report.outcomes().stream().allMatch(Outcome.Deferred.class::isInstance);
    }

    /** Returns what became of the letter for a group of recipients. */
    static String group(ResultGroup group, DeliveryReport report) {
        return isBlocked(report) ? Messages.mendFirst : group.kind().words();
    }

    /** Returns one line about a report: for how many recipients it was accepted, refused and so on. */
    static String result(DeliveryReport report) {
        if (report.outcomes().isEmpty() || isBlocked(report)) {
            return Messages.notSent;
        }
        Map<ResultGroup.Kind, Integer> counts = counts(report);
        int all = report.outcomes().size();
        if (counts.getOrDefault(ResultGroup.Kind.ACCEPTED, 0) == all) {
            return Messages.bind(Messages.acceptedAll, all, all);
        }
        List<String> parts = new ArrayList<>();
        part(parts, counts, ResultGroup.Kind.ACCEPTED, Messages.partAccepted);
        part(parts, counts, ResultGroup.Kind.REFUSED, Messages.partRefused);
        part(parts, counts, ResultGroup.Kind.UNKNOWN, Messages.partUnknown);
        part(parts, counts, ResultGroup.Kind.DEFERRED, Messages.partDeferred);
        String line = String.join(", ", parts);
        return line.substring(0, 1).toUpperCase(java.util.Locale.getDefault()) + line.substring(1);
    }

    private static void part(List<String> parts, Map<ResultGroup.Kind, Integer> counts, ResultGroup.Kind kind,
            String text) {
        Optional.ofNullable(counts.get(kind)).ifPresent(count -> parts.add(Messages.bind(text, count)));
    }

    private static Map<ResultGroup.Kind, Integer> counts(DeliveryReport report) {
        Map<ResultGroup.Kind, Integer> counts = new EnumMap<>(ResultGroup.Kind.class);
        for (Outcome outcome : report.outcomes()) {
            counts.merge(ResultGroup.Kind.of(outcome), 1, Integer::sum);
        }
        return counts;
    }

    /** Returns what went wrong as a whole, in one sentence, where the recipients' results do not say it. */
    static Optional<String> failure(DeliveryReport report) {
        return report.failure().map(DeliveryFailure::sentence)
                .filter(sentence -> report.outcomes().stream().noneMatch(each -> each.reason().equals(sentence)))
                .map(Sentences::of);
    }

    /** Returns how bad it is. */
    static ResultGroup.Kind worst(DeliveryReport report) {
        if (report.outcomes().isEmpty() || isBlocked(report)) {
            return ResultGroup.Kind.REFUSED;
        }
        return report.outcomes().stream().map(ResultGroup.Kind::of).min(Comparable::compareTo).orElseThrow();
    }

    /** Returns the name of the icon of its state. */
    static String icon(Delivery delivery) {
        return switch (delivery.state()) {
            case WAITING, QUEUED, PREPARING, ELSEWHERE -> "deferred-quiet";
            case SCHEDULED -> "scheduled";
            case CONNECTING, SENDING -> "sending";
            case DEFERRED -> "deferred";
            case HELD -> "held";
            case UNKNOWN -> "unknown";
            case DONE -> delivery.report().map(report -> worst(report).icon()).orElse("sending");
            case UNDONE -> "undone";
        };
    }

    /** Returns the tone of its state. */
    static Tone tone(Delivery delivery) {
        return switch (delivery.state()) {
            case HELD, DEFERRED, UNKNOWN -> Tone.WARNING;
            case DONE -> delivery.report().map(report -> worst(report).tone()).orElse(Tone.QUIET);
            default -> Tone.QUIET;
        };
    }

    /** Returns why it stays where it is, in one sentence, unless the results say that. */
    static Optional<String> blocked(Delivery delivery) {
        return delivery.blocked().map(Sentences::of);
    }

    /** Returns everything about a delivery that is over as text, for the clipboard. */
    static String all(Delivery delivery) {
        StringBuilder text = new StringBuilder(delivery.label()).append('\n')
                .append(Messages.bind(Messages.via, delivery.account())).append('\n')
                .append(state(delivery)).append('\n');
        delivery.report().ifPresent(report -> {
            report.messageId().ifPresent(id -> text.append("Message-ID: <").append(id).append(">\n"));
            failure(report).ifPresent(sentence -> text.append(sentence).append('\n'));
            for (ResultGroup group : ResultGroup.of(report)) {
                text.append('\n').append(group(group, report)).append(": ")
                        .append(group.names(Integer.MAX_VALUE)).append('\n').append(group.reason()).append('\n');
                group.words().forEach(line -> text.append("    ").append(line).append('\n'));
            }
        });
        return text.toString();
    }
}
