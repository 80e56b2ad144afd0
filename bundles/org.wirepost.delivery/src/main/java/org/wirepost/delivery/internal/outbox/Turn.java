// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.OutboxException.Kind;

/**
 * The turn to change which mails there are and what a person decided about them: one at a time, among the threads of
 * this process by a lock in memory, among processes by a lock on a file.
 */
final class Turn implements Closeable {

    private static final long PATIENCE_SECONDS = 10;
    private static final long PAUSE_MICROS = 500;
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final ReentrantLock local;
    private final Closeable lock;

    private Turn(ReentrantLock local, Closeable lock) {
        this.local = local;
        this.lock = lock;
    }

    /** Waits for the turn, but not for ever. */
    static Turn of(Disk disk, Path file) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        ReentrantLock local = LOCKS.computeIfAbsent(file, path -> new ReentrantLock(true));
        boolean held = false;
        try {
            if (!local.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy(file);
            }
            Optional<Closeable> lock = disk.tryLock(file);
            while (lock.isEmpty()) {
                if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                    throw busy(file);
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(PAUSE_MICROS));
                lock = disk.tryLock(file);
            }
            held = true;
            return new Turn(local, lock.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(file);
        } finally {
            if (!held && local.isHeldByCurrentThread()) {
                local.unlock();
            }
        }
    }

    private static OutboxException busy(Path file) {
        return new OutboxException(Kind.BUSY, "Another program is changing the outbox " + file.getParent()
                + " and has not finished within " + PATIENCE_SECONDS + " seconds; nothing was changed, try again.",
                null);
    }

    /** Gives the turn back; what was done in it counts, also when the lock file fails now. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            System.getLogger(Turn.class.getName()).log(System.Logger.Level.WARNING,
                    "The lock of the outbox could not be given back", e);
        } finally {
            local.unlock();
        }
    }
}
