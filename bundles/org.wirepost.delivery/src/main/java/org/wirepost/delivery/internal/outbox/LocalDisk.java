// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
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

    /** Closes a folder to others that was there before and is open to them. */
    static void keepOthersOut(Path folder) throws IOException {
        Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
        if (POSIX && !mine.containsAll(Files.getPosixFilePermissions(folder))) {
            Files.setPosixFilePermissions(folder, mine);
        }
    }

    /** Not a channel, which an interrupted thread would find closed in the middle of what must be written down. */
    private record FileOutput(RandomAccessFile file) implements Output {

        @Override
        public void write(ByteBuffer octets, long position) throws IOException {
            file.seek(position);
            file.write(octets.array(), octets.arrayOffset() + octets.position(), octets.remaining());
            octets.position(octets.limit());
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder, FOLDER);
    }

    @Override
    public Output create(Path file) throws IOException {
        Files.createFile(file, FILE);
        return open(file);
    }

    @Override
    public Output open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new FileOutput(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        boolean interrupted = false;
        boolean done = !POSIX;
        while (!done) {
            interrupted |= Thread.interrupted();
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
                done = true;
            } catch (ClosedByInterruptException e) {
                // The disk has not failed; an interruption is not to decide what becomes of a mail.
                done = false;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
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
        boolean locked = false;
        try {
            channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another part of this process has it, under another name of the file or as an older version of this
            // class. The channel stays open, for closing it would give up that lock.
            channel = null;
        } finally {
            if (!locked) {
                LOCKED.remove(file);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        FileChannel open = channel;
        return locked ? Optional.of(() -> release(file, open)) : Optional.empty();
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
