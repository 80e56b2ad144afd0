// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one writer at a time change a file: a lock for the threads of this process, and a lock on a file beside it for
 * other processes. The file beside it stays, because removing it would let two writers hold different ones.
 */
final class WriteLock implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;
    private static final long PAUSE_MILLIS = 20;
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock local;
    private final FileChannel channel;
    private final FileLock lock;

    private WriteLock(ReentrantLock local, FileChannel channel, FileLock lock) {
        this.local = local;
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for the lock, but not for ever. */
    static WriteLock of(Path file) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        ReentrantLock local = LOCKS.computeIfAbsent(file, path -> new ReentrantLock());
        boolean held = false;
        try {
            if (!local.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy(file);
            }
            WriteLock result = acquire(file, local, deadline);
            held = true;
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Waiting for " + file + " was interrupted");
        } finally {
            if (!held && local.isHeldByCurrentThread()) {
                local.unlock();
            }
        }
    }

    private static WriteLock acquire(Path file, ReentrantLock local, long deadline)
            throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), StoredFile.ownerOnly("rw-------"));
        try {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                if (System.nanoTime() > deadline) {
                    throw busy(file);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                lock = channel.tryLock();
            }
            return new WriteLock(local, channel, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static AccountException busy(Path file) {
        return new AccountException("The file " + file + " is being changed by another program for more than "
                + PATIENCE_SECONDS + " seconds: try again when that has ended");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            local.unlock();
        }
    }
}
