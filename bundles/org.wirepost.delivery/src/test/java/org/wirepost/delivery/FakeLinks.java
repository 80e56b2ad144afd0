// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.wirepost.delivery.internal.session.Link;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

/** Connections to a server that exists in memory only and does what a test tells it. */
final class FakeLinks implements Link.Maker {

    /** What the server does with a message. */
    enum Verdict {
        /** Takes it. */
        ACCEPT,
        /** Refuses it for good. */
        REFUSE,
        /** The connection breaks before the message was taken. */
        LOSE,
        /** The connection breaks between the last octet and the reply. */
        LOSE_REPLY,
        /** Says nothing, until the patience of the client is over. */
        STALL,
        /** Says 421. */
        GOODBYE,
        /** The program fails. */
        FAIL
    }

    final List<FakeLink> made = Collections.synchronizedList(new ArrayList<>());
    final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    int window = 4;
    String[] offers = {"8BITMIME", "SMTPUTF8"};
    IntFunction<Optional<SmtpException>> connects = connection -> Optional.empty();
    IntFunction<Optional<SmtpException>> authenticates = connection -> Optional.empty();
    /** By connection, from 1, and recipient. */
    BiFunction<Integer, String, Verdict> verdicts = (connection, recipient) -> Verdict.ACCEPT;
    Runnable beforeAnswer = () -> { };

    static SmtpException failure(Kind kind, Stage stage) {
        return new SmtpException(kind, stage, "The test says " + kind);
    }

    @Override
    public synchronized Link make(ConnectionSettings settings, DialogueListener listener) {
        FakeLink link = new FakeLink(made.size() + 1, listener);
        made.add(link);
        return link;
    }

    /** One connection. */
    final class FakeLink implements Link {

        private final int number;
        private final DialogueListener listener;
        private final Deque<Submission> flight = new ArrayDeque<>();
        private volatile boolean cancelled;
        private boolean open;
        int pulled;
        int answered;
        int mostInFlight;
        boolean authenticated;
        boolean left;
        AuthSettings auth;

        FakeLink(int number, DialogueListener listener) {
            this.number = number;
            this.listener = listener;
        }

        @Override
        public void connect() throws SmtpException {
            listener.on(new DialogueEvent.SessionStarted(System.nanoTime(), "mx.example.org", 25, "none"));
            Optional<SmtpException> failure = connects.apply(number);
            if (failure.isPresent()) {
                throw failure.get();
            }
            open = true;
        }

        @Override
        public String authenticate(Credentials credentials, AuthSettings settings) throws SmtpException {
            auth = settings;
            Optional<SmtpException> failure = authenticates.apply(number);
            if (failure.isPresent()) {
                open = false;
                throw failure.get();
            }
            authenticated = true;
            return "TEST";
        }

        @Override
        public Capabilities capabilities() {
            String[] lines = new String[offers.length + 1];
            lines[0] = "mx.example.org";
            System.arraycopy(offers, 0, lines, 1, offers.length);
            return Capabilities.of(Reply.of(250, lines));
        }

        @Override
        public Optional<TlsFacts> tls() {
            return Optional.of(new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", "mx.example.org", List.of()));
        }

        @Override
        public boolean isOpen() {
            return open && !cancelled;
        }

        @Override
        public TransactionResult send(Submission submission) {
            List<TransactionResult> results = new ArrayList<>();
            sendAll(List.of(submission).iterator(), results::add);
            return results.get(0);
        }

        @Override
        public void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results) {
            while (isOpen()) {
                if (flight.size() < window && submissions.hasNext()) {
                    flight.add(submissions.next());
                    pulled++;
                    mostInFlight = Math.max(mostInFlight, flight.size());
                } else if (flight.isEmpty()) {
                    return;
                } else {
                    answer(flight.poll(), results);
                }
            }
            loseRest(results, failure(cancelled ? Kind.CANCELLED : Kind.DISCONNECTED, Stage.MAIL));
        }

        private void answer(Submission submission, Consumer<TransactionResult> results) {
            beforeAnswer.run();
            String recipient = submission.envelope().recipients().get(0).address();
            Verdict verdict = cancelled ? Verdict.LOSE : verdicts.apply(number, recipient);
            Kind kind = cancelled ? Kind.CANCELLED : Kind.DISCONNECTED;
            switch (verdict) {
                case ACCEPT -> {
                    answered++;
                    taken.add(recipient);
                    tell(submission, results, Optional.empty(), address ->
                            new Outcome.Accepted(address, Stage.RESULT, Optional.of(Reply.of(250, "ok")), "Taken"));
                }
                case REFUSE -> {
                    answered++;
                    tell(submission, results, Optional.empty(), address ->
                            new Outcome.Refused(address, Stage.RESULT, Optional.of(Reply.of(554, "no")), "Refused"));
                }
                case LOSE -> lose(submission, results, failure(kind, Stage.CONTENT));
                case STALL -> lose(submission, results, failure(Kind.TIMEOUT, Stage.MAIL));
                case GOODBYE -> lose(submission, results, new SmtpException(Kind.REPLY, Stage.MAIL, "421",
                        Optional.of(Reply.of(421, "bye")), null));
                case LOSE_REPLY -> {
                    SmtpException failure = failure(Kind.DISCONNECTED, Stage.RESULT);
                    taken.add(recipient);
                    tell(submission, results, Optional.of(failure), address ->
                            new Outcome.Unknown(address, Stage.RESULT, Optional.empty(), "Nobody knows"));
                    loseRest(results, failure);
                }
                case FAIL -> throw new IllegalStateException("the test wants a bug");
            }
        }

        private void lose(Submission submission, Consumer<TransactionResult> results, SmtpException failure) {
            tell(submission, results, Optional.of(failure), address ->
                    new Outcome.Deferred(address, failure.stage(), failure.reply(), "Lost"));
            loseRest(results, failure);
        }

        private void loseRest(Consumer<TransactionResult> results, SmtpException failure) {
            open = false;
            while (!flight.isEmpty()) {
                tell(flight.poll(), results, Optional.of(failure), address ->
                        new Outcome.Deferred(address, failure.stage(), failure.reply(), "Lost"));
            }
        }

        private void tell(Submission submission, Consumer<TransactionResult> results, Optional<SmtpException> failure,
                Function<String, Outcome> outcome) {
            List<Outcome> outcomes = submission.envelope().recipients().stream().map(Recipient::address)
                    .map(outcome).toList();
            results.accept(new TransactionResult(submission, outcomes, Optional.empty(), failure));
        }

        @Override
        public TransactionResult probe(Envelope envelope) {
            List<Outcome> outcomes = envelope.recipients().stream().<Outcome>map(recipient -> new Outcome.Accepted(
                    recipient.address(), Stage.RCPT, Optional.of(Reply.of(250, "ok")), "It would be taken")).toList();
            return new TransactionResult(new Submission(envelope,
                    OutgoingContent.of(new byte[0])), outcomes, Optional.empty(), Optional.empty());
        }

        @Override
        public void quit() {
            left = true;
            open = false;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
