// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What a journal file holds: records one behind the other, each beginning at a slot, then zeros that were written to
 * keep room.
 *
 * <p>A record is: a mark, the type, the length of the payload (4), its number (4), half of the CRC-32C of these (2),
 * the
 * payload, CRC-32C of all before (4), an end mark. A record that lacks its end and has nothing but zeros behind it was
 * cut short while it was written, so what it was to announce has not happened. Anything else that is no record is
 * damage; that the head has a sum of its own keeps a damaged length from looking like a cut.
 *
 * @param entries the records that are whole, in order
 * @param end where the next record goes
 * @param torn how many octets behind {@code end} are of a record that was cut short
 * @param size how long the file is
 * @param damage what is wrong, if something is
 */
public record Journal(List<Entry> entries, long end, long torn, long size, Optional<String> damage) {

    private static final int SLOT = 64;
    private static final int SECTOR = 512;
    private static final byte MARK = (byte) 0xE7;
    private static final byte END = (byte) 0xA5;
    private static final int HEAD = 12;
    private static final int TAIL = 5;

    /**
     * Returns the octets of records that follow each other, filled up to whole slots. One that fits into a sector lies
     * in one, so that it is on the disk whole or not at all.
     *
     * @param entries what to write
     * @param number the number of the first one
     * @param at where they are to be written
     */
    static byte[] records(List<Entry> entries, int number, long at) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < entries.size(); i++) {
            byte[] record = record(entries.get(i), number + i);
            int left = SECTOR - (int) ((at + all.size()) % SECTOR);
            if (record.length > left && record.length <= SECTOR) {
                all.writeBytes(new byte[left]);
            }
            all.writeBytes(record);
        }
        return all.toByteArray();
    }

    /** Returns the octets of a record with this number, filled up to whole slots. */
    private static byte[] record(Entry entry, int number) {
        byte[] payload = EntryWriter.octets(entry);
        ByteBuffer record = ByteBuffer.allocate((int) slots(payload.length));
        record.put(MARK).put((byte) EntryWriter.type(entry)).putInt(payload.length).putInt(number);
        record.putShort((short) sum(record.array(), 0, record.position())).put(payload);
        record.putInt(sum(record.array(), 0, record.position())).put(END);
        return record.array();
    }

    /** Returns how much room a record with such a payload takes at most, wherever it comes to lie. */
    static long room(long payload) {
        long slots = slots(payload);
        return slots <= SECTOR ? 2 * slots : slots;
    }

    /** Returns how many octets a record with such a payload has. */
    private static long slots(long payload) {
        return (payload + HEAD + TAIL + SLOT - 1) / SLOT * SLOT;
    }

    private static int sum(byte[] octets, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(octets, from, length);
        return (int) sum.getValue();
    }

    /** Returns how much room is left. */
    long free() {
        return Math.max(0, size - end);
    }

    /** Reads a journal. */
    public static Journal of(byte[] file) {
        int last = file.length - 1;
        while (last >= 0 && file[last] == 0) {
            last--;
        }
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        while (at <= last) {
            int begin = begin(file, at);
            int total = total(file, begin);
            if (total < 0 || begin + (long) total > file.length || file[begin + total - 1] != END) {
                return cut(file, entries, at, begin, last);
            }
            Optional<Entry> entry = entry(file, begin, total, entries.size());
            if (entry.isEmpty()) {
                return new Journal(entries, at, 0, file.length, Optional.of("the record at octet " + begin
                        + " is damaged, not the one that belongs there, or from a newer version"));
            }
            entries.add(entry.get());
            at = begin + (int) slots(total - HEAD - TAIL);
        }
        return new Journal(entries, at, 0, file.length, shortened(entries, file));
    }

    /** The room up to the end of a sector is left free when a record does not fit into it. */
    private static int begin(byte[] file, int at) {
        int next = (at + SECTOR - 1) / SECTOR * SECTOR;
        for (int i = at; i < next; i++) {
            if (i >= file.length || file[i] != 0) {
                return at;
            }
        }
        return next < file.length ? next : at;
    }

    /**
     * What is no record was cut short, or is damaged. The sectors of a long record may reach the disk in any order; but
     * that is so for results only, and what they were to say is in doubt anyway.
     */
    private static Journal cut(byte[] file, List<Entry> entries, int at, int begin, int last) {
        int total = total(file, begin);
        boolean cut = file[begin] == MARK
                && (last < begin + HEAD || total >= 0 && last < begin + (long) total - 1)
                || awaitsResults(entries) && !hasHead(file, begin + SLOT);
        return new Journal(entries, at, cut ? last + 1L - at : 0, file.length, cut ? shortened(entries, file)
                : Optional.of("there is no record at octet " + begin));
    }

    private static boolean awaitsResults(List<Entry> entries) {
        return !entries.isEmpty() && entries.get(entries.size() - 1) instanceof Entry.Dot;
    }

    private static boolean hasHead(byte[] file, int from) {
        for (int at = from; at + HEAD <= file.length; at += SLOT) {
            if (total(file, at) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns how long the record claims to be; negative when it is none. */
    private static int total(byte[] file, int at) {
        if (file[at] != MARK || at + HEAD > file.length) {
            return -1;
        }
        ByteBuffer head = ByteBuffer.wrap(file, at, HEAD);
        int length = head.getInt(at + 2);
        return length < 0 || length > Integer.MAX_VALUE - HEAD - TAIL - SLOT
                || head.getShort(at + HEAD - 2) != (short) sum(file, at, HEAD - 2) ? -1 : length + HEAD + TAIL;
    }

    private static Optional<Entry> entry(byte[] file, int at, int total, int number) {
        ByteBuffer record = ByteBuffer.wrap(file);
        int type = file[at + 1];
        boolean right = sum(file, at, total - TAIL) == record.getInt(at + total - TAIL)
                && record.getInt(at + 6) == number && (number == 0) == (type == EntryWriter.CARD);
        return right ? EntryReader.read(type, record.slice(at + HEAD, total - HEAD - TAIL)) : Optional.empty();
    }

    /** The room that was kept is part of the file; without it, records may be missing as well. */
    private static Optional<String> shortened(List<Entry> entries, byte[] file) {
        long reserved = 0;
        for (Entry entry : entries) {
            if (entry instanceof Entry.Card card) {
                reserved = card.reserved();
            } else if (entry instanceof Entry.Begun begun) {
                reserved = begun.reserved();
            }
        }
        return file.length < reserved ? Optional.of("it has " + file.length + " octets and should have " + reserved)
                : Optional.empty();
    }
}
