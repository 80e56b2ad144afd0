// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.wirepost.mime.attachment.HandlerStatus;
import org.wirepost.mime.attachment.Registration;

/** A registered handler with the record of its conduct. */
public final class Entry {

    private static final int SLOW_CALLS_ALLOWED = 2;

    private final Registration registration;
    private final boolean builtIn;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicInteger slowInARow = new AtomicInteger();
    private volatile String lastError;
    private volatile String setAside;
    private volatile boolean gone;

    /**
     * @param builtIn whether this handler must always be there and is never set aside
     */
    public Entry(Registration registration, boolean builtIn) {
        this.registration = registration;
        this.builtIn = builtIn;
    }

    /** The handler and what the registry says of it. */
    public Registration registration() {
        return registration;
    }

    /** The symbolic name of the handler's bundle. */
    public String owner() {
        return registration.owner();
    }

    /** Whether files may be given to the handler: it has not left and is not set aside. */
    public boolean usable() {
        return !gone && setAside == null;
    }

    /** Whether the handler was removed. */
    public boolean gone() {
        return gone;
    }

    /** Notes that the handler was removed. */
    public void leave() {
        gone = true;
    }

    /** Gives the handler another chance. */
    public void release() {
        setAside = null;
        slowInARow.set(0);
    }

    void called() {
        calls.incrementAndGet();
    }

    /** Notes how fast a call that must be quick came back; too many slow ones in a row count as a fault. */
    void paced(boolean slow, String doing) {
        if (!slow) {
            slowInARow.set(0);
        } else if (slowInARow.incrementAndGet() > SLOW_CALLS_ALLOWED) {
            fault("was too slow " + doing + ", " + (SLOW_CALLS_ALLOWED + 1) + " times in a row");
        }
    }

    /** Notes that a call failed in a way a handler is allowed to fail. */
    void failed(String words) {
        failures.incrementAndGet();
        lastError = words;
    }

    /** Notes that the handler hung or threw, and sets it aside. */
    void fault(String words) {
        failed(words);
        if (!builtIn) {
            setAside = words;
        }
    }

    /** The record in its present state. */
    public HandlerStatus status() {
        return new HandlerStatus(owner(), registration.types(), registration.ranking(), registration.id(),
                calls.get(), failures.get(), Optional.ofNullable(lastError), Optional.ofNullable(setAside));
    }
}
