// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.wirepost.lab.StoredMessage;

/** The messages a server has taken over. */
public final class Messages {

    public List<StoredMessage> kept() {
        return List.of();
    }

    public long count() {
        return 0;
    }

    public StoredMessage next(Duration timeout) throws TimeoutException, InterruptedException {
        throw new TimeoutException();
    }
}
