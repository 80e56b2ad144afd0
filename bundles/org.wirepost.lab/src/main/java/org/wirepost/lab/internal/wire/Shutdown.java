// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirepost.lab.SessionEnd;

/** The end of a whole server, which every waiting session minds. */
public final class Shutdown {

    private final CountDownLatch begun = new CountDownLatch(1);

    public void begin() {
        begun.countDown();
    }

    public boolean begun() {
        return begun.getCount() == 0;
    }

    /** Waits this long, or not so long if the server is closed meanwhile. */
    public void pause(Duration time) throws SessionEnded {
        try {
            if (!time.isZero() && begun.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SessionEnded(SessionEnd.SHUTDOWN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionEnded(SessionEnd.SHUTDOWN);
        }
    }
}
