// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.mime.MimePlan;

/** The letters that servers have taken, each in a folder of its own. Methods block. */
@Component(service = SentStore.class)
public final class SentStore {

    /** Message files up to this size, in octets, are kept. */
    public static final long LARGEST_EML = 25L << 20;

    private static final String EML = "letter.eml";
    private static final int MOST = 500;
    private static final int SHORT = 8;

    private final Shelf<SentRecord> shelf;

    /**
     * Made by the framework.
     *
     * @throws AccountException when there is no home folder
     */
    @Activate
    public SentStore() throws AccountException {
        this(Places.system().data());
    }

    /**
     * Keeps records under a folder.
     *
     * @param data the folder
     */
    public SentStore(Path data) {
        shelf = new Shelf<>(data.resolve("sent"), data.resolve("deleted").resolve("sent"), "sent.json",
                new SentJson());
    }

    /** Returns a new name that sorts by time. */
    public static String newId() {
        return LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-"))
                + UUID.randomUUID().toString().substring(0, SHORT);
    }

    /**
     * Keeps a record.
     *
     * @param record the record
     * @throws IOException when it cannot be written
     */
    public void add(SentRecord record) throws IOException {
        shelf.write(record.id(), record);
    }

    /**
     * Keeps the message file of a record.
     *
     * @param id name of the record
     * @param plan the message; what is kept are exactly its octets, or nothing
     * @throws IOException when it cannot be written, or a file in it is not any more what was sent
     */
    public void keep(String id, MimePlan plan) throws IOException {
        Path folder = shelf.folder(id);
        Files.createDirectories(folder);
        Path fresh = folder.resolve("letter.eml.new");
        try {
            plan.verifySources();
            write(plan, fresh);
            plan.verifySources();
            Files.move(fresh, folder.resolve(EML), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void write(MimePlan plan, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            plan.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Returns the message file of a record, if it was kept. */
    public Optional<Path> eml(String id) {
        return Optional.of(shelf.folder(id).resolve(EML)).filter(Files::exists);
    }

    /** Returns the newest records, newest first; one that cannot be read has that as its label. */
    public List<SentRecord> list() throws IOException {
        List<SentRecord> records = new ArrayList<>();
        for (String id : shelf.ids(MOST)) {
            try {
                shelf.read(id).ifPresent(records::add);
            } catch (IOException e) {
                System.getLogger(SentStore.class.getName()).log(System.Logger.Level.WARNING, "A record is damaged", e);
                records.add(unreadable(id));
            }
        }
        return records;
    }

    private SentRecord unreadable(String id) {
        return new SentRecord(id, Messages.bind(Messages.unreadableSent, shelf.folder(id)), shelf.changed(id), "", "",
                0, List.of(), LetterContent.EMPTY, eml(id).isPresent());
    }

    /** Moves a record aside. */
    public void delete(String id) throws IOException {
        shelf.delete(id);
    }

    /** Brings a deleted record back. */
    public void restore(String id) throws IOException {
        shelf.restore(id);
    }

    /** Removes deleted records for good; one that cannot be read stays. */
    public void purge() throws IOException {
        shelf.purge(record -> { });
    }
}
