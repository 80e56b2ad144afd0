// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands things out to those who wait for them, each once, in order. Holds a bounded number: the oldest go first. */
final class Handout<T> {

    private final LinkedBlockingDeque<T> waiting;
    private final String what;

    Handout(String what, int most) {
        this.what = what;
        waiting = new LinkedBlockingDeque<>(most);
    }

    void add(T thing) {
        while (!waiting.offerLast(thing)) {
            waiting.pollFirst();
        }
    }

    T next(Duration timeout) throws TimeoutException, InterruptedException {
        T next = waiting.pollFirst(timeout.toNanos(), TimeUnit.NANOSECONDS);
        if (next == null) {
            throw new TimeoutException("No further " + what + " within " + timeout + ".");
        }
        return next;
    }
}
