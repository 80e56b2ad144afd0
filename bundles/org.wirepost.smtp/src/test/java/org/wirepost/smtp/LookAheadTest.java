// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.Dialogue;
import org.wirepost.lab.DialogueServer;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Outcome;

/** With PIPELINING the iterator is asked for the next message while the replies to a group are under way. */
class LookAheadTest {

    private static final String[] RECIPIENTS = {"b@example.org", "c@example.org", "d@example.org"};

    private final List<DialogueEvent> events = new ArrayList<>();
    private final List<TransactionResult> results = new ArrayList<>();
    private int asked;
    private int taken;
    private Consumer<SmtpConnection> whenAskedAhead = connection -> { };

    private static Dialogue groups() {
        return Dialogue.script().send("220 hi").expect("EHLO me.example").send("250-hi", "250 PIPELINING");
    }

    private static Dialogue group(Dialogue before, String recipient) {
        return before.expect("MAIL FROM:<a@example.org>").expect("RCPT TO:<" + recipient + ">").expect("DATA");
    }

    private void send(Dialogue dialogue) throws IOException {
        try (DialogueServer server = dialogue.start()) {
            try (SmtpConnection connection = new SmtpConnection(Peer.plain(server), events::add)) {
                connection.connect();
                connection.sendAll(letters(connection), results::add);
            } finally {
                server.verify();
            }
        }
    }

    private Iterator<Submission> letters(SmtpConnection connection) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                if (++asked == 2) {
                    whenAskedAhead.accept(connection);
                }
                return taken < RECIPIENTS.length;
            }

            @Override
            public Submission next() {
                return Peer.letter(RECIPIENTS[taken++]);
            }
        };
    }

    private List<String> states() {
        return results.stream().flatMap(result -> result.outcomes().stream()).map(Outcome::state).toList();
    }

    @Test
    void asksForTheNextMessageBeforeTheRepliesAreHeard() throws IOException {
        List<DialogueEvent> before = new ArrayList<>();
        whenAskedAhead = connection -> before.addAll(events);
        Dialogue dialogue = groups();
        for (String recipient : RECIPIENTS) {
            dialogue = group(dialogue, recipient).send("250 ok", "250 ok", "354 go").expectAnyContent()
                    .send("250 queued");
        }
        send(dialogue);

        assertThat(before.get(before.size() - 1)).isInstanceOfSatisfying(DialogueEvent.CommandSent.class,
                command -> assertThat(command.text()).isEqualTo("DATA"));
        assertThat(states()).containsExactly("accepted", "accepted", "accepted");
        assertThat(taken).isEqualTo(3);
    }

    @Test
    void takesNoMessageThatItAskedForWhenTheConnectionIsLost() throws IOException {
        send(group(groups(), "b@example.org").close());

        assertThat(asked).isEqualTo(2);
        assertThat(taken).isEqualTo(1);
        assertThat(states()).containsExactly("deferred");
    }

    @Test
    void claimsNothingWhenTheConnectionIsLostBehindTheDotWhileOneIsAskedFor() throws IOException {
        send(group(group(groups(), "b@example.org").send("250 ok", "250 ok", "354 go").expectAnyContent(),
                "c@example.org").close());

        assertThat(taken).isEqualTo(2);
        assertThat(states()).containsExactly("unknown", "deferred");
    }

    @Test
    void finishesTheMessageUnderWayWhenTheIteratorFailsAhead() {
        whenAskedAhead = connection -> {
            throw new IllegalStateException("no more paper");
        };
        assertThatThrownBy(() -> send(group(groups(), "b@example.org").send("250 ok", "250 ok", "354 go")
                .expectAnyContent().send("250 queued"))).hasMessage("no more paper");

        assertThat(states()).containsExactly("accepted");
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void tellsWhatTheIteratorThrewAlsoWhenTheConnectionIsLost() {
        whenAskedAhead = connection -> {
            throw new StackOverflowError("too deep");
        };
        assertThatThrownBy(() -> send(group(groups(), "b@example.org").close()))
                .isInstanceOf(StackOverflowError.class);

        assertThat(states()).containsExactly("deferred");
    }

    @Test
    void takesNothingMoreWhenItIsCancelledMeanwhile() throws IOException {
        whenAskedAhead = SmtpConnection::cancel;
        send(group(groups(), "b@example.org").expectClose());

        assertThat(taken).isEqualTo(1);
        assertThat(states()).containsExactly("deferred");
        assertThat(results.get(0).failure().orElseThrow().kind()).isEqualTo(SmtpException.Kind.CANCELLED);
    }
}
