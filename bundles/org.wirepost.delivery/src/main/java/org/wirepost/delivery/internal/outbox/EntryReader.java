// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;

/** Reads what {@link EntryWriter} has written. */
final class EntryReader {

    private static final RecipientState[] STATES = RecipientState.values();

    private final ByteBuffer in;

    private EntryReader(ByteBuffer in) {
        this.in = in;
    }

    /**
     * Reads an entry.
     *
     * @return empty when the octets are none that this version of the program knows
     */
    static Optional<Entry> read(int type, ByteBuffer octets) {
        try {
            Optional<Entry> entry = new EntryReader(octets).entry(type);
            return octets.hasRemaining() ? Optional.empty() : entry;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private Optional<Entry> entry(int type) {
        Instant time = time().orElseThrow(IllegalArgumentException::new);
        return switch (type) {
            case EntryWriter.CARD -> Optional.of(card(time));
            case EntryWriter.BEGUN -> Optional.of(new Entry.Begun(time, in.getInt(), in.getLong()));
            case EntryWriter.DOT -> Optional.of(new Entry.Dot(time, in.getInt(), BitSet.valueOf(octets())));
            case EntryWriter.RESULTS -> Optional.of(results(time));
            case EntryWriter.HELD -> Optional.of(new Entry.Held(time, text()));
            case EntryWriter.RELEASED -> Optional.of(new Entry.Released(time));
            case EntryWriter.RESENT -> Optional.of(new Entry.Resent(time));
            case EntryWriter.MARKED_SENT -> Optional.of(new Entry.MarkedSent(time));
            case EntryWriter.SCHEDULED -> Optional.of(new Entry.Scheduled(time, time()));
            default -> Optional.empty();
        };
    }

    private Entry.Card card(Instant time) {
        if (in.get() != EntryWriter.VERSION) {
            throw new IllegalArgumentException("version");
        }
        return new Entry.Card(time, text(), text(), text(), optional(), in.getLong(), in.getInt(), in.get() != 0,
                envelope(), time(), time(), in.getLong());
    }

    private Envelope envelope() {
        Optional<String> sender = optional();
        Optional<String> id = optional();
        Optional<Dsn.Return> returned = optional().map(Dsn.Return::valueOf);
        int count = in.getInt();
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address = text();
            int bits = in.get();
            Set<Dsn.Notify> conditions = EnumSet.noneOf(Dsn.Notify.class);
            for (Dsn.Notify condition : Dsn.Notify.values()) {
                if ((bits & 1 << condition.ordinal()) != 0) {
                    conditions.add(condition);
                }
            }
            recipients.add(new Recipient(address, new Dsn.ForRecipient(conditions, optional())));
        }
        return new Envelope(sender, recipients, id, returned);
    }

    private Entry.Results results(Instant time) {
        int attempt = in.getInt();
        int count = in.getInt();
        List<Entry.Result> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            results.add(new Entry.Result(number(), STATES[in.get()], text(), optional(), time()));
        }
        return new Entry.Results(time, attempt, results);
    }

    private Optional<Instant> time() {
        long millis = in.getLong();
        return millis == EntryWriter.NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Recipients are numbered from 0. */
    private int number() {
        int number = in.getInt();
        if (number < 0) {
            throw new IllegalArgumentException("number");
        }
        return number;
    }

    private byte[] octets() {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("length");
        }
        byte[] octets = new byte[length];
        in.get(octets);
        return octets;
    }

    private String text() {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    private Optional<String> optional() {
        return in.get() != 0 ? Optional.of(text()) : Optional.empty();
    }
}
