// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A small file that is always whole: it is replaced in one step (temporary file, fsync, rename, fsync of the folder),
 * by one writer at a time, and only its owner can read it. A link is followed, not replaced.
 */
public final class StoredFile {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path file;

    /**
     * Names a file; nothing is opened yet.
     *
     * @param file where it is or is to be
     */
    public StoredFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** Makes the new content out of the old one. */
    @FunctionalInterface
    public interface Change<E extends Exception> {

        /**
         * Makes the new content.
         *
         * @param old the content now, or empty when there is no file
         * @return the new content, or empty to leave the file as it is
         */
        Optional<byte[]> apply(Optional<byte[]> old) throws IOException, E;
    }

    /** Returns where the file is, absolute. */
    public Path path() {
        return file;
    }

    /**
     * Reads the file.
     *
     * @param limit how many octets it may have
     * @return the content, or empty when there is no file
     * @throws IOException when it cannot be read or has more octets than that
     */
    public Optional<byte[]> read(int limit) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(limit + 1);
            if (octets.length > limit) {
                throw new AccountException("The file " + file + " has more than " + limit + " octets, which no file "
                        + "that Wirepost wrote has: look at it and move it away");
            }
            return Optional.of(octets);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Changes the file while no other writer of this or another process does.
     *
     * @param limit how many octets it may have
     * @param change makes the new content out of the old one
     * @param <E> what the change throws
     * @throws IOException when the file cannot be read or written; what was there before is unchanged
     * @throws E when the change does
     */
    public <E extends Exception> void update(int limit, Change<E> change) throws IOException, E {
        Path target = target();
        createFolder(target.getParent());
        WriteLock lock = WriteLock.of(target);
        try {
            Optional<byte[]> changed = change.apply(read(limit));
            if (changed.isPresent()) {
                replace(target, changed.get());
            }
        } finally {
            lock.close();
        }
    }

    /**
     * Replaces the whole content, whatever it was.
     *
     * @param octets the new content
     * @throws IOException when the file cannot be written; what was there before is unchanged
     */
    public void write(byte[] octets) throws IOException {
        Path target = target();
        createFolder(target.getParent());
        WriteLock lock = WriteLock.of(target);
        try {
            replace(target, octets);
        } finally {
            lock.close();
        }
    }

    private Path target() throws IOException {
        if (!Files.isSymbolicLink(file)) {
            return file;
        }
        try {
            return file.toRealPath();
        } catch (NoSuchFileException e) {
            return file.resolveSibling(Files.readSymbolicLink(file)).normalize();
        }
    }

    private static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new AccountException("The folder " + folder + " cannot be used: there is a file of that name", e);
        }
    }

    /** Only called with the lock held, so the name of the temporary file needs not be unique. */
    private static void replace(Path target, byte[] octets) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(fresh, options, ownerOnly("rw-------"))) {
                ByteBuffer buffer = ByteBuffer.wrap(octets);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        syncFolder(target.getParent());
    }

    private static void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Returns the attribute that keeps others out, where the system knows of it. */
    static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
