// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;

/** The letters that servers have taken, each in a folder of its own. Methods block. */
@Component(service = SentStore.class)
public final class SentStore {

    /** Message files up to this size, in octets, are kept: 25 MB of files as base64, and more is taken nowhere. */
    public static final long LARGEST_EML = 36L << 20;

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

    /** Returns the name for the record of a mail of the outbox; always the same, and it sorts by time. */
    public static String idOf(Instant queued, String mail) {
        return LocalDateTime.ofInstant(queued, ZoneId.systemDefault())
                .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-")) + mail.substring(0, SHORT);
    }

    /**
     * Keeps the message file of a record.
     *
     * @param id name of the record
     * @param message the octets that were sent; what is kept are exactly these, or nothing
     * @throws IOException when it cannot be written
     */
    public void keep(String id, Path message) throws IOException {
        Path folder = shelf.folder(id);
        Files.createDirectories(folder);
        Path fresh = folder.resolve("letter.eml.new");
        try {
            Files.copy(message, fresh, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, folder.resolve(EML), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
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
