// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.zip.CRC32C;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.internal.prepare.Failures;
import org.wirepost.delivery.outbox.QueueOptions;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.mime.EmlHeaders;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.MimeSink;
import org.wirepost.mime.Source;

/** Brings a mail into the outbox. */
public final class Arrival {

    /** No letters and digits that are taken for each other. */
    private static final char[] ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789".toCharArray();
    private static final int ID_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Disk disk;

    /** Prepares for one mail. */
    public Arrival(Store store) {
        this.store = store;
        this.disk = store.disk();
    }

    /**
     * Writes a mail down.
     *
     * @param arrived makes of id and card what is returned
     * @return the mail
     * @throws OrderException when it cannot be made
     * @throws IOException when it cannot be kept; nothing of it is left then
     */
    public QueuedMail queue(PreparedOrder order, String account, QueueOptions options,
            BiFunction<String, Entry.Card, QueuedMail> arrived) throws OrderException, IOException {
        MimePlan plan = order.planForAny();
        String id = id();
        Path place = store.arriving().resolve(id + "-" + disk.owner());
        disk.makeFolder(place);
        MailFile mail = new MailFile(disk, place);
        boolean done = false;
        Entry.Card card;
        try {
            int checksum = content(mail, order, plan);
            card = card(order, plan, account, options, checksum);
            long room = Room.attempt(card.envelope().recipients().size()) + Room.decisions();
            mail.begin(card.withReserved(MailFile.length(card, room)), room);
            disk.syncFolder(place);
            store.inTurn(() -> store.admit(place, id));
            done = true;
        } finally {
            if (!done) {
                discard(mail);
            }
        }
        store.stamp().renew();
        return arrived.apply(id, card);
    }

    private static String id() {
        StringBuilder id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return id.toString();
    }

    private int content(MailFile mail, PreparedOrder order, MimePlan plan) throws OrderException, IOException {
        try (Disk.Output out = disk.create(mail.content())) {
            Writer writer = new Writer(out);
            try {
                plan.writeTo(writer);
            } catch (IOException e) {
                if (writer.fault.isPresent()) {
                    throw writer.fault.get();
                }
                throw Failures.order(e, order.order().draft().eml().map(Source::name).orElse("message"));
            }
            out.sync();
            return (int) writer.sum.getValue();
        }
    }

    private static final class Writer implements MimeSink {

        private final Disk.Output out;
        private final CRC32C sum = new CRC32C();
        private Optional<IOException> fault = Optional.empty();
        private long position;

        Writer(Disk.Output out) {
            this.out = out;
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            try {
                sum.update(octets, offset, length);
                out.write(ByteBuffer.wrap(octets, offset, length), position);
                position += length;
            } catch (IOException e) {
                fault = Optional.of(e);
                throw e;
            }
        }
    }

    private Entry.Card card(PreparedOrder order, MimePlan plan, String account, QueueOptions options, int checksum) {
        return new Entry.Card(store.now(), account, options.label(), subject(order),
                Optional.of(plan.messageId()).filter(messageId -> !messageId.isEmpty()), plan.size(), checksum,
                order.order().envelope().allOrNone(), order.envelope(), options.notBefore().map(Arrival::millis),
                options.expires().map(Arrival::millis), 0);
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String subject(PreparedOrder order) {
        Optional<Source> eml = order.order().draft().eml();
        if (eml.isEmpty()) {
            return order.order().draft().subject();
        }
        try {
            return EmlHeaders.read(eml.get()).subject();
        } catch (IOException e) {
            return "";
        }
    }

    /** What could not be finished is of no use; what cannot be deleted now the next sender deletes. */
    private static void discard(MailFile mail) {
        try {
            mail.delete();
        } catch (IOException e) {
            System.getLogger(Arrival.class.getName()).log(System.Logger.Level.DEBUG, "Left behind: " + mail.folder(),
                    e);
        }
    }
}
