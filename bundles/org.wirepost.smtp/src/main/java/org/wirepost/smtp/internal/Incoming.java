// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.wire.Wire;

/** What comes from the server: cut into replies, freed of echoed secrets, and told to the events, each octet once. */
final class Incoming {

    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final Events events;
    private final EchoGuard echoes = new EchoGuard();
    private final ReplyReader reader = new ReplyReader(new Oddities());
    private Stage stage = Stage.CONNECT;
    private boolean bareLineFeedSeen;
    private boolean goodbye;

    Incoming(Events events) {
        this.events = events;
    }

    private final class Oddities implements ReplyReader.Oddities {
        @Override
        public void bareLineFeed() {
            if (!bareLineFeedSeen) {
                bareLineFeedSeen = true;
                events.deviation(stage, "bare-lf", "The server ends its lines by LF instead of CRLF");
            }
        }

        @Override
        public void emptyLine(byte[] octets) {
            events.stray(stage, octets);
            events.deviation(stage, "empty-line", "The server sent an empty line between replies");
        }
    }

    /** What comes from now on belongs to this stage. */
    void during(Stage at) {
        stage = at;
    }

    Stage stage() {
        return stage;
    }

    /** Waits for a whole reply. */
    Reply await(Wire wire, Duration limit) throws IOException {
        return tell(reader.read(wire, System.nanoTime() + limit.toNanos())
                .orElseThrow(() -> new IOException("the server closed it")));
    }

    /** Returns a reply that is wholly here. */
    Optional<Reply> buffered() throws IOException {
        Optional<Reply> reply = reader.buffered();
        return reply.isPresent() ? Optional.of(tell(reply.get())) : reply;
    }

    private Reply tell(Reply reply) {
        Reply shown = echoes.hideIn(reply);
        events.received(stage, shown);
        goodbye |= reply.code() == 421;
        // A challenge is needed as it is.
        return reply.isIntermediate() ? reply : shown;
    }

    /** Tells whether the server has said 421. */
    boolean hasSaidGoodbye() {
        return goodbye;
    }

    /** Takes what has come, without waiting; returns false at the end of the stream. */
    boolean take(Wire wire) throws IOException {
        return reader.take(wire);
    }

    /** Tells whether octets are here that have not been handed out as a reply. */
    boolean hasOctets() {
        return reader.hasOctets();
    }

    /** After a failed write: tells whether the server left something to be read. */
    boolean hasLastWords(Wire wire) {
        try {
            if (!reader.hasOctets()) {
                reader.await(wire, System.nanoTime() + LAST_WORDS.toNanos());
            }
        } catch (IOException e) {
            return reader.hasOctets();
        }
        return reader.hasOctets();
    }

    /** After a failed write: returns what the server said before it closed, if that explains the failure. */
    Optional<Reply> lastWords(Wire wire) throws IOException {
        return words(wire).filter(words -> words.code() >= 400);
    }

    /** Waits a little for whatever the server still says. */
    Optional<Reply> words(Wire wire) throws IOException {
        return hasLastWords(wire) ? Optional.of(await(wire, LAST_WORDS)) : Optional.empty();
    }

    /** Tells whether the server has said more than was asked, apart from a 421; an end of the stream is no matter. */
    boolean speaksAgain(Wire wire) {
        try {
            reader.take(wire);
        } catch (IOException e) {
            return reader.hasOctets();
        }
        return reader.hasOctets() && !reader.beginsWith("421");
    }

    /** Tells of what is here and will not become a reply any more. */
    void tellTheRest() {
        if (reader.hasOctets()) {
            events.stray(stage, echoes.hideIn(reader.drain()));
        }
    }

    void hide(String... texts) {
        echoes.hide(texts);
    }
}
