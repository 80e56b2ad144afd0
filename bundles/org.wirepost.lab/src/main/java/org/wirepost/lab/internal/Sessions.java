// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.wirepost.lab.LabSession;

/** The sessions of a server. */
public final class Sessions {

    public List<LabSession> all() {
        return List.of();
    }

    public LabSession nextEnded(Duration timeout) throws TimeoutException, InterruptedException {
        throw new TimeoutException();
    }
}
