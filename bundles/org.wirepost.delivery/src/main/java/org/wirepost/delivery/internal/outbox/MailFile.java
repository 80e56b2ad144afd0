// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The folder of one mail: its content and its journal. */
public final class MailFile {

    static final String CONTENT = "message.eml";
    static final String JOURNAL = "journal";
    private static final String FRESH = "journal.new";
    private static final String OLD = "journal.damaged";
    private static final int LOOKS = 4;
    private static final int BLOCK = 64 * 1024;
    private static final long LARGEST = 512L * 1024 * 1024;

    private final Disk disk;
    private final Path folder;

    /** Names a folder; nothing is opened. */
    public MailFile(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the file with the octets of the message. */
    public Path content() {
        return folder.resolve(CONTENT);
    }

    /**
     * Reads the journal. What looks damaged is looked at again, for another process may be writing just now.
     *
     * @return empty when the folder is not there
     * @throws IOException when the journal is missing from the folder or cannot be read
     */
    public Optional<Journal> read() throws IOException {
        try {
            Journal journal = look();
            for (int look = 1; look < LOOKS && journal.damage().isPresent(); look++) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                journal = look();
            }
            return Optional.of(journal);
        } catch (NoSuchFileException e) {
            if (Files.exists(folder)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Journal look() throws IOException {
        Path file = folder.resolve(JOURNAL);
        if (Files.size(file) > LARGEST) {
            throw new IOException("the journal is larger than any that Wirepost writes");
        }
        return Journal.of(Files.readAllBytes(file));
    }

    /** Makes the journal of a new mail, with room for the first attempt. */
    void begin(Entry.Card card, long room) throws IOException {
        try (Disk.Output out = disk.create(folder.resolve(JOURNAL))) {
            write(out, List.of(card), room);
        }
    }

    private static void write(Disk.Output out, List<Entry> entries, long room) throws IOException {
        byte[] records = Journal.records(entries, 0, 0);
        out.write(ByteBuffer.wrap(records), 0);
        zeros(out, records.length, room);
        out.sync();
    }

    /** Returns how long the journal of a new mail becomes; it stands in its card. */
    static long length(Entry.Card card, long room) {
        return Journal.records(List.of(card), 0, 0).length + room;
    }

    private static void zeros(Disk.Output out, long from, long count) throws IOException {
        for (long done = 0; done < count; done += BLOCK) {
            out.write(ByteBuffer.allocate((int) Math.min(BLOCK, count - done)), from + done);
        }
    }

    /** Makes sure that there is room; real zeros are written, so that it cannot be lacking later. */
    public Journal reserve(Journal journal, long room) throws IOException {
        if (journal.free() >= room) {
            return journal;
        }
        long size = journal.end() + room;
        try (Disk.Output out = disk.open(folder.resolve(JOURNAL))) {
            zeros(out, journal.size(), size - journal.size());
            out.sync();
        }
        return new Journal(journal.entries(), journal.end(), journal.torn(), size, journal.damage());
    }

    /** Writes entries down in one step, into room that was kept for them. */
    public Journal append(Journal journal, List<Entry> entries) throws IOException {
        byte[] records = Journal.records(entries, journal.entries().size(), journal.end());
        if (journal.damage().isPresent() || journal.free() < records.length) {
            throw new IOException("there is no room kept in the journal");
        }
        try (Disk.Output out = disk.open(folder.resolve(JOURNAL))) {
            if (journal.torn() > 0) {
                zeros(out, journal.end(), journal.torn());
                out.sync();
            }
            out.write(ByteBuffer.wrap(records), journal.end());
            out.sync();
        }
        List<Entry> all = new ArrayList<>(journal.entries());
        all.addAll(entries);
        return new Journal(all, journal.end() + records.length, 0, journal.size(), Optional.empty());
    }

    /**
     * Puts a sound journal in the place of a damaged one, which is kept beside it.
     *
     * @param standing what is known
     * @param decision what is to be done about it
     * @return the new journal
     */
    public Journal mend(Standing standing, Entry decision) throws IOException {
        long room = Room.attempt(standing.card().envelope().recipients().size()) + Room.decisions();
        List<Entry> entries = new ArrayList<>(List.of(standing.card(),
                new Entry.Results(decision.time(), standing.attempts(), standing.results()), decision));
        standing.held().ifPresent(reason -> entries.add(1, new Entry.Held(decision.time(), reason)));
        entries.set(0, standing.card().withReserved(Journal.records(entries, 0, 0).length + room));
        return replace(entries, room);
    }

    private Journal replace(List<Entry> entries, long room) throws IOException {
        Path fresh = folder.resolve(FRESH);
        disk.delete(fresh);
        byte[] damaged = Files.readAllBytes(folder.resolve(JOURNAL));
        disk.delete(folder.resolve(OLD));
        try (Disk.Output out = disk.create(folder.resolve(OLD))) {
            out.write(ByteBuffer.wrap(damaged), 0);
            out.sync();
        }
        try (Disk.Output out = disk.create(fresh)) {
            write(out, entries, room);
        }
        disk.rename(fresh, folder.resolve(JOURNAL));
        disk.syncFolder(folder);
        return read().orElseThrow(() -> new IOException("the mail is gone"));
    }

    /** Deletes the folder with all that is in it. */
    void delete() throws IOException {
        for (String name : List.of(CONTENT, FRESH, OLD, JOURNAL)) {
            disk.delete(folder.resolve(name));
        }
        disk.delete(folder);
    }
}
