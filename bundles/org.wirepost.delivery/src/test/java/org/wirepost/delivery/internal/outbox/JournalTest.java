// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.delivery.outbox.RecipientState.DEFERRED;
import static org.wirepost.delivery.outbox.RecipientState.QUEUED;
import static org.wirepost.delivery.outbox.RecipientState.REFUSED;
import static org.wirepost.delivery.outbox.RecipientState.SENT;
import static org.wirepost.delivery.outbox.RecipientState.UNKNOWN;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Recipient;

/** Journals that are whole, cut short, and damaged. */
@Timeout(60)
class JournalTest {

    private static final Instant TIME = Instant.parse("2026-11-24T10:00:00.123Z");
    private static final int ROOM = 640;
    private static final Envelope ENVELOPE = new Envelope(Optional.empty(), List.of(Recipient.of("a@example.org"),
            new Recipient("b\u00fc@example.org", new Dsn.ForRecipient(Set.of(Dsn.Notify.SUCCESS, Dsn.Notify.DELAY),
                    Optional.of("b@example.org"))), Recipient.of("c@example.org")), Optional.of("id 7"),
            Optional.of(Dsn.Return.HDRS));
    private static final Entry.Card CARD = new Entry.Card(TIME, "home", "line 7", "Gr\u00fc\u00dfe",
            Optional.of("x@example.org"), 1234, -5, true, ENVELOPE, Optional.of(TIME.plusSeconds(9)), Optional.empty(),
            0);

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        Arrays.stream(set).forEach(bits::set);
        return bits;
    }

    private static Entry.Results results(int attempt, RecipientState... states) {
        List<Entry.Result> results = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            results.add(new Entry.Result(i, states[i], "Reason ".repeat(20) + i, Optional.of("250 2.0.0 ok " + i),
                    states[i] == DEFERRED ? Optional.of(TIME.plusSeconds(60)) : Optional.empty()));
        }
        return new Entry.Results(TIME, attempt, results);
    }

    /** A journal of these entries with room behind them; the length stands in its card. */
    private static byte[] file(Entry... entries) {
        List<Entry> all = new ArrayList<>();
        all.add(CARD);
        all.addAll(List.of(entries));
        int length = Journal.records(all, 0, 0).length + ROOM;
        all.set(0, CARD.withReserved(length));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof Entry.Begun begun) {
                all.set(i, new Entry.Begun(begun.time(), begun.attempt(), length));
            }
        }
        return Arrays.copyOf(Journal.records(all, 0, 0), length);
    }

    private static Entry.Begun begun(int attempt) {
        return new Entry.Begun(TIME, attempt, 0);
    }

    private static Entry.Dot dot(int attempt, int... recipients) {
        return new Entry.Dot(TIME, attempt, bits(recipients));
    }

    /** The states as a process sees them that comes after. */
    private static List<RecipientState> states(byte[] file) {
        Optional<Standing> standing = Standing.of(Journal.of(file));
        if (standing.isEmpty()) {
            return List.of();
        }
        standing.get().interrupt(TIME);
        return List.of(standing.get().recipient(0).state(), standing.get().recipient(1).state(),
                standing.get().recipient(2).state());
    }

    @Test
    void everyEntryComesBackAsItWas() {
        List<Entry> entries = List.of(CARD, begun(1), dot(1, 0, 2), results(1, DEFERRED, QUEUED, UNKNOWN),
                new Entry.Held(TIME, "because"), new Entry.Released(TIME), new Entry.MarkedSent(TIME),
                new Entry.Resent(TIME), new Entry.Scheduled(TIME, Optional.empty()),
                new Entry.Scheduled(TIME, Optional.of(TIME)));
        Journal journal = Journal.of(Journal.records(entries, 0, 0));
        assertThat(journal.damage()).isEmpty();
        assertThat(journal.entries()).isEqualTo(entries);
        assertThat(journal.end()).isEqualTo(journal.size());
    }

    @Test
    void entriesThatFitIntoASectorLieInOne() {
        List<Entry> entries = new ArrayList<>(List.of(CARD));
        for (int i = 1; i < 40; i++) {
            entries.add(new Entry.Held(TIME, "x".repeat(i * 10)));
        }
        byte[] all = Journal.records(entries, 0, 0);
        assertThat(Journal.of(all).entries()).isEqualTo(entries);
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            int before = one.size();
            one.writeBytes(Journal.records(entries.subList(i, i + 1), i, before));
            assertThat(i == 0 ? 0 : one.size() - before).isLessThanOrEqualTo((int) Journal.room(10L * i + 12));
        }
        assertThat(one.toByteArray()).isEqualTo(all);
    }

    @Test
    void addsUpWhatHappened() {
        assertThat(states(file())).containsExactly(QUEUED, QUEUED, QUEUED);
        assertThat(states(file(begun(1)))).containsExactly(QUEUED, QUEUED, QUEUED);
        assertThat(states(file(begun(1), dot(1, 0)))).containsExactly(UNKNOWN, QUEUED, QUEUED);
        assertThat(states(file(begun(1), dot(1, 0), results(1, SENT, REFUSED, DEFERRED)))).containsExactly(SENT,
                REFUSED, DEFERRED);
        assertThat(states(file(begun(1), dot(1, 0), results(1, UNKNOWN, REFUSED, SENT), new Entry.Resent(TIME))))
                .containsExactly(QUEUED, QUEUED, SENT);
        assertThat(states(file(begun(1), dot(1, 0), results(1, UNKNOWN, REFUSED, UNKNOWN),
                new Entry.MarkedSent(TIME)))).containsExactly(SENT, REFUSED, SENT);
        assertThat(states(file(begun(1), dot(1, 0, 1), results(1, SENT, DEFERRED, DEFERRED), begun(2))))
                .containsExactly(SENT, DEFERRED, DEFERRED);
        assertThat(states(file(begun(1), dot(1, 0, 1), results(1, SENT, DEFERRED, DEFERRED), begun(2), dot(2, 1))))
                .containsExactly(SENT, UNKNOWN, DEFERRED);
    }

    @Test
    void aTailTornAtAnyLengthIsAsIfItWereNotThere() {
        Entry[] life = {begun(1), dot(1, 0, 1), results(1, SENT, DEFERRED, REFUSED), new Entry.Held(TIME, "why"),
            new Entry.Released(TIME), begun(2), dot(2, 1), results(2, SENT, SENT, REFUSED)};
        for (int count = 1; count <= life.length; count++) {
            byte[] whole = file(Arrays.copyOf(life, count));
            Journal journal = Journal.of(whole);
            byte[] before = file(Arrays.copyOf(life, count - 1));
            int start = (int) Journal.of(before).end();
            int end = end(whole);
            List<RecipientState> expected = states(before);
            for (int length = start; length < end; length++) {
                byte[] torn = whole.clone();
                Arrays.fill(torn, length, torn.length, (byte) 0);
                Journal read = Journal.of(torn);
                assertThat(read.damage()).as(count + " " + length).isEmpty();
                assertThat(read.entries()).as(count + " " + length).hasSize(count);
                assertThat(states(torn)).as(count + " " + length).isEqualTo(expected);
            }
            assertThat(journal.entries()).hasSize(count + 1);
        }
    }

    private static int end(byte[] file) {
        int end = file.length;
        while (file[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Whoever may have got it is never pending again, whatever single bit of the record changes. */
    @Test
    void noSingleBitTurnsSentIntoUnsent() {
        for (Entry[] life : List.of(new Entry[] {begun(1), dot(1, 0, 1, 2)},
                new Entry[] {begun(1), dot(1, 0, 1, 2), results(1, SENT, SENT, UNKNOWN)},
                new Entry[] {begun(1), dot(1, 0, 1, 2), results(1, SENT, DEFERRED, SENT), begun(2), dot(2, 1)},
                new Entry[] {begun(1), dot(1, 0, 1, 2), results(1, SENT, SENT, SENT), new Entry.Held(TIME, "x")})) {
            byte[] whole = file(life);
            for (int at = 0; at < whole.length; at++) {
                for (int bit = 0; bit < Byte.SIZE; bit++) {
                    byte[] damaged = whole.clone();
                    damaged[at] ^= (byte) (1 << bit);
                    assertThat(states(damaged)).as("bit %s of octet %s", bit, at).doesNotContain(QUEUED, DEFERRED);
                }
            }
        }
    }

    @Test
    void aFileCutShortAtAnyLengthIsNeverTakenForUnsent() {
        byte[] whole = file(begun(1), dot(1, 0, 1, 2), results(1, SENT, SENT, DEFERRED), begun(2), dot(2, 2));
        for (int length = 0; length < whole.length; length++) {
            assertThat(states(Arrays.copyOf(whole, length))).as("length %s", length).doesNotContain(QUEUED, DEFERRED);
        }
        assertThat(Standing.of(Journal.of(new byte[0]))).isEmpty();
        assertThat(Standing.of(Journal.of(new byte[ROOM]))).isEmpty();
    }

    @Test
    void survivesRandomOctets() {
        Random random = new Random(42);
        byte[] whole = file(begun(1), dot(1, 0, 1, 2), results(1, SENT, SENT, SENT));
        int used = end(whole);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            int from = random.nextInt(used);
            byte[] noise = new byte[1 + random.nextInt(Math.min(200, used - from))];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, from, noise.length);
            assertThat(states(damaged)).doesNotContain(QUEUED, DEFERRED, REFUSED);
        }
        for (int round = 0; round < 2_000; round++) {
            byte[] noise = new byte[random.nextInt(3000)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = (byte) 0xE7;
            }
            assertThat(states(noise)).isEmpty();
        }
    }

    @Test
    void anEntryOfANewerVersionIsNotGuessedAt() {
        byte[] whole = file(begun(1));
        byte[] payload = EntryWriter.octets(CARD);
        payload[8] = 99;
        assertThat(EntryReader.read(EntryWriter.CARD, ByteBuffer.wrap(payload))).isEmpty();
        assertThat(EntryReader.read(77, ByteBuffer.wrap(payload))).isEmpty();
        assertThat(states(whole)).containsExactly(QUEUED, QUEUED, QUEUED);
    }

    @Test
    void longTextsAreCutAtACharacter() {
        String text = "\u00fc".repeat(1000);
        for (int recipients : new int[] {1, 1000}) {
            String cut = Room.cut(text, recipients);
            assertThat(cut).endsWith("\u2026").doesNotContain("\ufffd");
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(400);
        }
        assertThat(Room.cut("short")).isEqualTo("short");
    }

    @Test
    void theLargestAttemptFitsIntoTheRoomThatIsKept() {
        for (int recipients : new int[] {1, 2, 64, 65, 1000}) {
            String text = Room.cut("w".repeat(5000), recipients);
            List<Entry.Result> results = new ArrayList<>();
            for (int i = 0; i < recipients; i++) {
                results.add(new Entry.Result(i, DEFERRED, text, Optional.of(text), Optional.of(TIME)));
            }
            BitSet all = new BitSet();
            all.set(0, recipients);
            for (int at = 0; at < 512; at += 64) {
                int size = Journal.records(List.of(begun(1), new Entry.Dot(TIME, 1, all), new Entry.Dot(TIME, 1, all),
                        new Entry.Results(TIME, 1, results), new Entry.Held(TIME, Room.cut("h".repeat(900)))), 1,
                        at).length;
                assertThat((long) size).isLessThanOrEqualTo(Room.attempt(recipients));
            }
        }
    }
}
