// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.Timings;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Letters, clocks and a server for tests of the outbox. */
final class Post implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");
    static final Retry IN_AN_HOUR = (mail, outcome, failure) -> new Retry.Next.At(START.plusSeconds(3600));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Preparer preparer;

    Post(Path scratch) {
        preparer = new Preparer(new Attachments(new Handlers(), threads, scratch),
                new PrepareSettings(PlanSettings.seeded(7), false));
    }

    /** A clock that a test sets. */
    static final class SetClock extends Clock {

        volatile Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    PreparedOrder letter(String... to) throws OrderException {
        return letterWith("Good morning.\n.\nAnna\n", to);
    }

    PreparedOrder letterWith(String text, String... to) throws OrderException {
        return preparer.prepare(new Order(Draft.builder().from(new Mailbox("Anna", "anna", "example.org"))
                .to(List.of(to).stream().map(Post::mailbox).toList()).subject("Gr\u00fc\u00dfe").text(text).build()));
    }

    PreparedOrder order(Draft draft, EnvelopeOptions options) throws OrderException {
        return preparer.prepare(new Order(draft, options, ""));
    }

    static Mailbox mailbox(String text) {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What a server does with a mail for one recipient. */
    enum Verdict {
        TAKE, REFUSE, DEFER, LOSE_REPLY, LOSE_BEFORE_THE_END
    }

    /** A server that takes mails without a network, and remembers whom it has got them for. */
    static final class Server {

        final List<String> got = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        Function<String, Verdict> verdicts = recipient -> Verdict.TAKE;
        Runnable beforeEnd = () -> { };
        Runnable afterEnd = () -> { };
        boolean reachedEnd;

        /** Delivers as a session would: the end is announced, then it leaves, then the reply comes. */
        DeliveryReport deliver(PreparedOrder order) {
            List<Recipient> willing = order.envelope().recipients().stream().filter(recipient ->
                    verdict(recipient) != Verdict.REFUSE && verdict(recipient) != Verdict.DEFER).toList();
            try {
                java.io.ByteArrayOutputStream octets = new java.io.ByteArrayOutputStream();
                order.plan(Limits.EIGHT_BIT.withUtf8()).writeTo(octets);
                if (willing.stream().anyMatch(recipient -> verdict(recipient) == Verdict.LOSE_BEFORE_THE_END)) {
                    return report(order, false);
                }
                if (!willing.isEmpty()) {
                    CRC32C sum = new CRC32C();
                    sum.update(octets.toByteArray());
                    beforeEnd.run();
                    order.departure().orElseThrow().beforeEnd(willing, (int) sum.getValue());
                    reachedEnd = true;
                    willing.forEach(recipient -> got.add(recipient.address()));
                    texts.add(octets.toString(StandardCharsets.UTF_8));
                    afterEnd.run();
                }
                return report(order, true);
            } catch (IOException | OrderException e) {
                return failed(order, e.getMessage());
            }
        }

        private Verdict verdict(Recipient recipient) {
            return verdicts.apply(recipient.address());
        }

        private DeliveryReport report(PreparedOrder order, boolean ended) {
            List<Outcome> outcomes = order.envelope().recipients().stream()
                    .map(recipient -> outcome(recipient.address(), verdict(recipient), ended)).toList();
            return report(order, outcomes, Optional.empty());
        }

        static Outcome outcome(String address, Verdict verdict, boolean ended) {
            return switch (verdict) {
                case TAKE -> ended ? new Outcome.Accepted(address, Stage.RESULT, Optional.of(Reply.of(250, "2.0.0 ok")),
                        "Taken") : new Outcome.Deferred(address, Stage.CONTENT, Optional.empty(), "Lost");
                case REFUSE -> new Outcome.Refused(address, Stage.RCPT, Optional.of(Reply.of(550, "5.1.1 who?")),
                        "Refused");
                case DEFER -> new Outcome.Deferred(address, Stage.RCPT, Optional.of(Reply.of(451, "4.3.0 later")),
                        "Later");
                case LOSE_REPLY -> new Outcome.Unknown(address, Stage.RESULT, Optional.empty(), "Nobody knows");
                case LOSE_BEFORE_THE_END -> new Outcome.Deferred(address, Stage.CONTENT, Optional.empty(), "Lost");
            };
        }

        private static DeliveryReport failed(PreparedOrder order, String words) {
            return report(order, order.envelope().recipients().stream().<Outcome>map(recipient -> new Outcome.Deferred(
                    recipient.address(), Stage.CONTENT, Optional.empty(), words)).toList(),
                    Optional.of(new DeliveryFailure.Session(SmtpException.Kind.CONTENT, Stage.CONTENT,
                            Optional.empty(), true, words)));
        }

        private static DeliveryReport report(PreparedOrder order, List<Outcome> outcomes,
                Optional<DeliveryFailure> failure) {
            return new DeliveryReport(order.label(), Optional.empty(), 0, outcomes, failure, DryRun.NONE, List.of(),
                    List.of(), Optional.empty(), Timings.NONE);
        }
    }

    @Override
    public void close() {
        preparer.close();
        threads.shutdownNow();
    }
}
