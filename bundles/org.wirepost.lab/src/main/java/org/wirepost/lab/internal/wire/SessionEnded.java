// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.io.IOException;
import org.wirepost.lab.SessionEnd;

/** Leads out of a session whose connection is at its end, for a known reason. */
public final class SessionEnded extends IOException {

    private final SessionEnd end;

    public SessionEnded(SessionEnd end) {
        super(end.name());
        this.end = end;
    }

    /** Why. */
    public SessionEnd end() {
        return end;
    }

    /** Ending is no fault, so nobody asks where it happened. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
