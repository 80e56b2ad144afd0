// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The disk of this machine. */
public final class LocalDisk implements Disk {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] FOLDER = ownerOnly("rwx------");
    private static final FileAttribute<?>[] FILE = ownerOnly("rw-------");
    /** A second lock of the same process would be an error, and closing its channel would give up the first. */
    private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

    /** Returns the attribute that keeps others out of a file. */
    static FileAttribute<?>[] file() {
        return FILE.clone();
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private record ChannelOutput(FileChannel channel) implements Output {

        @Override
        public void write(ByteBuffer octets, long position) throws IOException {
            long at = position;
            while (octets.hasRemaining()) {
                at += channel.write(octets, at);
            }
        }

        @Override
        public void sync() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, FOLDER);
    }

    @Override
    public Output create(Path file) throws IOException {
        return new ChannelOutput(FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE), FILE));
    }

    @Override
    public Output open(Path file) throws IOException {
        return new ChannelOutput(FileChannel.open(file, StandardOpenOption.WRITE));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public Optional<Closeable> tryLock(Path file) throws IOException {
        if (!LOCKED.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The same file under another name, which this set does not know of.
        } finally {
            if (lock == null) {
                LOCKED.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        FileChannel open = channel;
        return lock == null ? Optional.empty() : Optional.of(() -> release(file, open));
    }

    /** The set is told last: before, a second lock would overlap with this one. */
    private static void release(Path file, FileChannel channel) throws IOException {
        try {
            channel.close();
        } finally {
            LOCKED.remove(file);
        }
    }

    @Override
    public String owner() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-" + begun(self);
    }

    @Override
    public boolean isRunning(String owner) {
        int dash = owner.indexOf('-');
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(owner.substring(0, dash)));
            return process.isPresent() && begun(process.get()).equals(owner.substring(dash + 1));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static String begun(ProcessHandle process) {
        return Long.toString(process.info().startInstant().map(Instant::toEpochMilli).orElse(0L),
                Character.MAX_RADIX);
    }
}
