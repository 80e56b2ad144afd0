// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.wirepost.delivery.outbox.RecipientState;

/**
 * The journal of the outbox after any mishap: read without fail, and what was sent stays sent. The input is a file as
 * it lies on the disk; one that begins with {@code !} is made of records whose sums are right, each a type, the length
 * of its payload in two octets, and the payload.
 */
class JournalFuzzTest {

    private static final int SLOT = 64;
    private static final int HEAD = 12;

    @FuzzTest
    void journal(byte[] input) {
        byte[] file = input.length > 0 && input[0] == '!' ? framed(input) : input;
        Journal journal = Journal.of(file);
        assertThat(journal.end() + journal.torn()).isBetween(0L, Math.max(file.length, journal.end()));
        assertThat(journal.size()).isEqualTo(file.length);
        if (journal.damage().isEmpty() && !journal.entries().isEmpty()) {
            byte[] again = Journal.records(journal.entries(), 0, 0);
            assertThat(Journal.of(again).entries()).isEqualTo(journal.entries());
        }
        Standing.of(journal).ifPresent(standing -> check(journal, standing));
    }

    private static void check(Journal journal, Standing standing) {
        int recipients = standing.card().envelope().recipients().size();
        for (int i = 0; i < recipients; i++) {
            assertThat(standing.recipient(i).address()).isNotEmpty();
        }
        List<Integer> pending = standing.pending();
        if (journal.damage().isPresent()) {
            assertThat(pending).as("nothing is sent by a damaged journal").isEmpty();
        }
        for (Entry.Result result : standing.interrupt(Instant.EPOCH).results()) {
            assertThat(result.state()).isEqualTo(RecipientState.UNKNOWN);
            assertThat(pending).contains(result.recipient());
        }
        assertThat(pending).containsAll(standing.pending());
    }

    private static byte[] framed(byte[] input) {
        ByteBuffer in = ByteBuffer.wrap(input, 1, input.length - 1);
        ByteBuffer file = ByteBuffer.allocate(input.length * 80 + 1024);
        for (int number = 0; in.remaining() >= 3; number++) {
            byte type = in.get();
            byte[] payload = new byte[Math.min(in.getShort() & 0xFFFF, in.remaining())];
            in.get(payload);
            record(payload, type, number).ifPresent(file::put);
        }
        byte[] all = new byte[file.position()];
        file.flip().get(all);
        return all;
    }

    /** A record that fits into a sector lies in one; longer ones would only make this longer. */
    private static Optional<byte[]> record(byte[] payload, byte type, int number) {
        ByteBuffer record = ByteBuffer.allocate((payload.length + HEAD + 5 + SLOT - 1) / SLOT * SLOT);
        record.put((byte) 0xE7).put(type).putInt(payload.length).putInt(number);
        record.putShort((short) sum(record)).put(payload);
        record.putInt(sum(record)).put((byte) 0xA5);
        return record.capacity() <= 512 ? Optional.of(record.array()) : Optional.empty();
    }

    private static int sum(ByteBuffer record) {
        CRC32C sum = new CRC32C();
        sum.update(record.array(), 0, record.position());
        return (int) sum.getValue();
    }
}
