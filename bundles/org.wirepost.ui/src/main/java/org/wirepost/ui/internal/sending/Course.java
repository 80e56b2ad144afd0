// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Instant;
import java.util.Optional;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.runner.AccountPause;
import org.wirepost.ui.internal.sending.Delivery.State;

/**
 * What happens to a letter, step by step; tells of each change when it is done. May be used by several threads.
 */
final class Course {

    private final Runnable changed;
    private final Pace pace = new Pace();
    private final Heard heard = new Heard();
    private Standing standing = Standing.NEW;
    private boolean cancelled;
    private long version;

    /**
     * Begins.
     *
     * @param changed run after each change, on the thread of who reported it
     */
    Course(Runnable changed) {
        this.changed = changed;
    }

    /** Returns where it stands now. */
    synchronized Standing standing() {
        return standing;
    }

    /** Returns how much of it has been sent, and how fast. */
    Pace pace() {
        return pace;
    }

    /** Returns how often it has changed. */
    synchronized long version() {
        return version;
    }

    /** Tells whether the user has asked for its end while it was under way. */
    synchronized boolean isCancelled() {
        return cancelled;
    }

    synchronized void setCancelled(boolean wanted) {
        cancelled = wanted;
    }

    /** Returns what has become of it so far; empty before the first attempt, and while one is made. */
    synchronized Optional<DeliveryReport> report() {
        if (standing.failed().isPresent()) {
            return standing.failed();
        }
        State now = standing.state(Instant.now());
        return now.isUnderWay() || now == State.ELSEWHERE || now == State.UNDONE ? Optional.empty()
                : standing.mail().flatMap(heard::report);
    }

    /** It is in the outbox; whoever is told of it is told outside. */
    synchronized void arrived(QueuedMail now) {
        if (standing.mail().isEmpty()) {
            standing = standing.withMail(now);
            version++;
        }
    }

    /** This is what the store says, unless something else has become known since the version that it was asked at. */
    void stored(QueuedMail now, long asked) {
        synchronized (this) {
            if (version != asked || standing.mail().filter(now::equals).isPresent()) {
                return;
            }
            standing = standing.withMail(now);
            version++;
        }
        changed.run();
    }

    /** An attempt has begun in this process. */
    void began(QueuedMail now) {
        synchronized (this) {
            standing = standing.withMail(now).withPhase(Optional.of(State.CONNECTING))
                    .withObstacle(Optional.empty(), standing.pause());
            version++;
        }
        pace.reset();
        changed.run();
    }

    /** The server is told about it. */
    void atServer() {
        synchronized (this) {
            if (standing.phase().filter(State.CONNECTING::equals).isEmpty()) {
                return;
            }
            standing = standing.withPhase(Optional.of(State.SENDING));
        }
        changed.run();
    }

    /** It has come on by some octets. */
    void progress(long sent, long total) {
        pace.add(sent, total);
        changed.run();
    }

    /** An attempt of this process is over. */
    void attempted(QueuedMail now, DeliveryReport report) {
        synchronized (this) {
            heard.add(report);
            standing = standing.withMail(now).withPhase(Optional.empty());
            version++;
        }
        changed.run();
    }

    /** Something keeps its account from sending, or does no more. */
    void block(Optional<String> why, Optional<AccountPause> until) {
        synchronized (this) {
            if (standing.obstacle().equals(why) && standing.pause().equals(until)) {
                return;
            }
            standing = standing.withObstacle(why, until);
        }
        changed.run();
    }

    /** It did not get into the outbox. */
    void fail(DeliveryReport report) {
        synchronized (this) {
            standing = standing.withFailure(report);
        }
        changed.run();
    }

    /** It is not in the outbox any more. */
    void gone() {
        synchronized (this) {
            standing = standing.withoutStore();
        }
        changed.run();
    }
}
