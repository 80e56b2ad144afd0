// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wirepost.delivery.outbox.OutboxException;

/**
 * The folder of the outbox. A mail comes into being in {@code new}, lies in {@code mail}, and is deleted in
 * {@code gone}; it changes its place by a rename of its folder, so that it is there whole or not at all.
 */
public final class Store {

    private static final int LOOKS = 10;

    private final Disk disk;
    private final Path root;
    private final Clock clock;
    private final Stamp stamp;

    private Store(Disk disk, Path root, Clock clock) {
        this.disk = disk;
        this.root = root;
        this.clock = clock;
        this.stamp = new Stamp(root.resolve("stamp"));
    }

    /** Opens a store, and makes its folders where they are not there. */
    public static Store open(Disk disk, Path folder, Clock clock) throws IOException {
        makeFolders(disk, folder.toAbsolutePath().normalize());
        LocalDisk.keepOthersOut(folder);
        Store store = new Store(disk, folder.toRealPath(), clock);
        boolean fresh = false;
        for (Path place : List.of(store.arriving(), store.mails(), store.leaving())) {
            fresh |= makeFolder(disk, place);
        }
        if (fresh) {
            disk.syncFolder(store.root);
        }
        return store;
    }

    private static void makeFolders(Disk disk, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeFolders(disk, parent);
        }
        if (makeFolder(disk, folder) && parent != null) {
            disk.syncFolder(parent);
        }
    }

    private static boolean makeFolder(Disk disk, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return false;
        }
        try {
            disk.makeFolder(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IOException(folder + " is no folder");
            }
            return false;
        }
    }

    Disk disk() {
        return disk;
    }

    /** Returns the folder of the outbox. */
    public Path root() {
        return root;
    }

    Path arriving() {
        return root.resolve("new");
    }

    private Path mails() {
        return root.resolve("mail");
    }

    Path leaving() {
        return root.resolve("gone");
    }

    /** Returns the time, as exact as it is stored. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Returns the mark that changes. */
    public Stamp stamp() {
        return stamp;
    }

    /** Something that is done while nobody else changes anything. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /** Waits for the turn to change something, and changes it. */
    public <T> T inTurn(Work<T> work) throws IOException {
        Turn turn = Turn.of(disk, root.resolve("change.lock"));
        try {
            return work.run();
        } finally {
            turn.close();
        }
    }

    /** Takes the right to send, without waiting. */
    public Optional<Closeable> senderLock() throws IOException {
        return disk.tryLock(root.resolve("sender.lock"));
    }

    /** Takes the right to send; somebody may just be looking whether it is taken, so this is tried for a moment. */
    public Optional<Closeable> awaitSenderLock() throws IOException {
        Optional<Closeable> lock = senderLock();
        for (int i = 0; i < LOOKS && lock.isEmpty(); i++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            lock = senderLock();
        }
        return lock;
    }

    /** Tells whether somebody has the right to send. */
    public boolean isSending() throws IOException {
        Optional<Closeable> lock = senderLock();
        if (lock.isPresent()) {
            lock.get().close();
        }
        return lock.isEmpty();
    }

    /** Returns the ids of all mails; what cannot be one is not ours. */
    public List<String> ids() throws IOException {
        return names(mails()).stream().filter(Store::isId).toList();
    }

    /** Tells whether this can be the id of a mail, and so the name of a folder. */
    static boolean isId(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName().toString());
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Returns the folder of a mail, whether it is there or not. */
    public MailFile mail(String id) {
        return new MailFile(disk, mails().resolve(id));
    }

    /** Puts a new mail in its place; the caller has the turn. */
    MailFile admit(Path arrived, String id) throws IOException {
        Path place = mails().resolve(id);
        if (Files.exists(place)) {
            throw new FileAlreadyExistsException(place.toString());
        }
        disk.rename(arrived, place);
        try {
            disk.syncFolder(mails());
        } catch (IOException e) {
            // Nobody can begin to send it as long as the caller has the turn.
            withdraw(place, arrived, e);
            throw e;
        }
        return mail(id);
    }

    private void withdraw(Path place, Path arrived, IOException why) throws OutboxException {
        try {
            disk.rename(place, arrived);
        } catch (IOException e) {
            why.addSuppressed(e);
            throw new OutboxException(OutboxException.Kind.DISK, "The mail could not be queued safely, because the"
                    + " disk of the outbox fails, and it could not be taken back either: look for "
                    + place.getFileName() + " in the outbox before you queue it again.", why);
        }
    }

    /** Takes a mail away; the caller has the turn. */
    public void remove(String id) throws IOException {
        if (!isId(id)) {
            throw Faults.gone(id);
        }
        Path away = leaving().resolve(id);
        try {
            disk.rename(mails().resolve(id), away);
        } catch (NoSuchFileException e) {
            throw Faults.gone(id);
        }
        disk.syncFolder(mails());
        try {
            new MailFile(disk, away).delete();
        } catch (IOException e) {
            System.getLogger(Store.class.getName()).log(System.Logger.Level.DEBUG,
                    "The next sender deletes what is left of " + id, e);
        }
    }
}
