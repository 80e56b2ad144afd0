// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.Pause;
import org.wirepost.delivery.PreparedOrder;

/**
 * What is still to be done in a batch, shared by its workers: jobs not yet taken, and tasks handed back by a worker
 * that lost its connection. The iterator is read under a lock of its own, for it may wait; all the rest is guarded by
 * this object.
 */
final class Ledger {

    private static final long PATIENCE_MILLIS = 20;

    private final Iterator<? extends Job> jobs;
    private final int repeat;
    private final Stop stop;

    /** Guards the iterator and the two fields that follow. */
    private final ReentrantLock reading = new ReentrantLock();
    private Job current;
    private int repetitions;

    private final Deque<Task> returned = new ArrayDeque<>();
    private volatile boolean exhausted;
    private int present;
    private int busy;
    private boolean over;
    private DeliveryFailure lastFailure;
    private boolean held;
    private RuntimeException fault;

    Ledger(Iterator<? extends Job> jobs, int repeat, Stop stop) {
        this.jobs = jobs;
        this.repeat = repeat;
        this.stop = stop;
        this.repetitions = repeat;
    }

    /** Lets a worker join; false when there is nothing left to join. */
    synchronized boolean enter() {
        if (over) {
            return false;
        }
        present++;
        busy++;
        return true;
    }

    /**
     * Returns the next task.
     *
     * @param patient whether to wait while another worker reads; one that has messages in flight should not, for they
     *        are not heard meanwhile
     * @return empty when there is none at the moment
     */
    Optional<Task> take(boolean patient) {
        synchronized (this) {
            if (!returned.isEmpty()) {
                return Optional.of(returned.poll());
            }
            if (exhausted || stop.cancelled()) {
                return Optional.empty();
            }
        }
        try {
            if (patient) {
                reading.lockInterruptibly();
            } else if (!reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.cancel();
            return Optional.empty();
        }
        try {
            return read();
        } finally {
            reading.unlock();
        }
    }

    private Optional<Task> read() {
        try {
            if (exhausted) {
                return Optional.empty();
            }
            if (repetitions == repeat) {
                if (!jobs.hasNext()) {
                    end();
                    return Optional.empty();
                }
                Job job = jobs.next();
                if (job instanceof Pause) {
                    return Optional.empty();
                }
                current = job;
                repetitions = job instanceof PreparedOrder ? repeat - 1 : 0;
            }
            return Optional.of(new Task(current, repetitions++));
        } catch (RuntimeException e) {
            fail(e);
            return Optional.empty();
        }
    }

    /** Takes tasks back, to be the next ones taken, in this order. */
    synchronized void giveBack(List<Task> tasks) {
        for (int i = tasks.size() - 1; i >= 0; i--) {
            returned.addFirst(tasks.get(i));
        }
        notifyAll();
    }

    /**
     * Called by a worker that found no task: waits until there is one, for another worker may hand some back.
     *
     * @return false when there will never be one
     */
    synchronized boolean awaitMore() {
        busy--;
        notifyAll();
        while (returned.isEmpty() && (exhausted || stop.cancelled()) && busy > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop.cancel();
                return false;
            }
        }
        if (returned.isEmpty() && (exhausted || stop.cancelled())) {
            return false;
        }
        busy++;
        return true;
    }

    /** Takes up no further jobs; tasks handed back are still finished. */
    synchronized void end() {
        exhausted = true;
        notifyAll();
    }

    /** Remembers a fault of foreign code, the first one only, and takes up no further jobs. */
    synchronized void fail(RuntimeException e) {
        if (fault == null) {
            fault = e;
        }
        end();
    }

    /** Notes that a connection cannot be had; when the reason is permanent, nobody is to try again. */
    synchronized void noConnection(DeliveryFailure failure) {
        lastFailure = failure;
        held |= failure instanceof DeliveryFailure.Session session && session.permanent();
    }

    /** Returns why no further connection is to be opened, if that is so. */
    synchronized Optional<DeliveryFailure> held() {
        return held ? Optional.of(lastFailure) : Optional.empty();
    }

    /**
     * Lets a worker go.
     *
     * @param idle whether it had found that nothing is left
     */
    synchronized void leave(boolean idle) {
        present--;
        if (!idle) {
            busy--;
        }
        notifyAll();
    }

    /** Waits until all workers are gone; none can join afterwards. */
    synchronized void awaitAll() {
        boolean interrupted = false;
        while (present > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                stop.cancel();
            }
        }
        over = true;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns why the last connection that failed could not be had. */
    synchronized Optional<DeliveryFailure> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    /** Throws what foreign code has thrown, if it did. */
    synchronized void throwFault() {
        if (fault != null) {
            throw fault;
        }
    }
}
