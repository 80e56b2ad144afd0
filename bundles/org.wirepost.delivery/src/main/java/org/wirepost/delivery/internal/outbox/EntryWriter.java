// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;

/** Turns entries into octets; {@link EntryReader} reads them. */
final class EntryWriter {

    static final int CARD = 1;
    static final int BEGUN = 2;
    static final int DOT = 3;
    static final int RESULTS = 4;
    static final int HELD = 5;
    static final int RELEASED = 6;
    static final int RESENT = 7;
    static final int MARKED_SENT = 8;
    static final int SCHEDULED = 9;
    static final int VERSION = 1;
    static final long NO_TIME = Long.MIN_VALUE;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(octets);

    private EntryWriter() {
    }

    /** Returns the number that says what kind of entry it is. */
    static int type(Entry entry) {
        if (entry instanceof Entry.Card) {
            return CARD;
        }
        if (entry instanceof Entry.Begun) {
            return BEGUN;
        }
        if (entry instanceof Entry.Dot) {
            return DOT;
        }
        if (entry instanceof Entry.Results) {
            return RESULTS;
        }
        if (entry instanceof Entry.Held) {
            return HELD;
        }
        if (entry instanceof Entry.Released) {
            return RELEASED;
        }
        if (entry instanceof Entry.Scheduled) {
            return SCHEDULED;
        }
        return entry instanceof Entry.Resent ? RESENT : MARKED_SENT;
    }

    /** Returns the octets of an entry. */
    static byte[] octets(Entry entry) {
        EntryWriter writer = new EntryWriter();
        try {
            writer.write(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.octets.toByteArray();
    }

    private void write(Entry entry) throws IOException {
        time(Optional.of(entry.time()));
        if (entry instanceof Entry.Card card) {
            card(card);
        } else if (entry instanceof Entry.Begun begun) {
            out.writeInt(begun.attempt());
            out.writeLong(begun.reserved());
        } else if (entry instanceof Entry.Dot dot) {
            out.writeInt(dot.attempt());
            byte[] bits = dot.recipients().toByteArray();
            out.writeInt(bits.length);
            out.write(bits);
        } else if (entry instanceof Entry.Results results) {
            results(results);
        } else if (entry instanceof Entry.Held held) {
            text(held.reason());
        } else if (entry instanceof Entry.Scheduled scheduled) {
            time(scheduled.notBefore());
        }
    }

    private void card(Entry.Card card) throws IOException {
        out.writeByte(VERSION);
        text(card.account());
        text(card.label());
        text(card.subject());
        optional(card.messageId());
        out.writeLong(card.size());
        out.writeInt(card.checksum());
        out.writeBoolean(card.allOrNone());
        envelope(card.envelope());
        time(card.notBefore());
        time(card.expires());
        out.writeLong(card.reserved());
    }

    private void envelope(Envelope envelope) throws IOException {
        optional(envelope.sender());
        optional(envelope.envelopeId());
        optional(envelope.returned().map(Enum::name));
        out.writeInt(envelope.recipients().size());
        for (Recipient recipient : envelope.recipients()) {
            text(recipient.address());
            int conditions = 0;
            for (Dsn.Notify condition : recipient.dsn().conditions()) {
                conditions |= 1 << condition.ordinal();
            }
            out.writeByte(conditions);
            optional(recipient.dsn().original());
        }
    }

    private void results(Entry.Results results) throws IOException {
        out.writeInt(results.attempt());
        out.writeInt(results.results().size());
        for (Entry.Result result : results.results()) {
            out.writeInt(result.recipient());
            out.writeByte(result.state().ordinal());
            text(result.reason());
            optional(result.reply());
            time(result.nextTry());
        }
    }

    private void time(Optional<Instant> time) throws IOException {
        out.writeLong(time.map(Instant::toEpochMilli).orElse(NO_TIME));
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private void optional(Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            text(text.get());
        }
    }
}
