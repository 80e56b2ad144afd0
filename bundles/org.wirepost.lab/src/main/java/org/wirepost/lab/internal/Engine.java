// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.util.concurrent.Executor;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabSettings;

/** The running server behind a {@link org.wirepost.lab.LabServer}. */
public final class Engine {

    private final LabSettings settings;
    private final Messages messages = new Messages();
    private final Sessions sessions = new Sessions();

    private Engine(LabSettings settings) {
        this.settings = settings;
    }

    public static Engine start(LabSettings settings, Executor executor) throws IOException {
        throw new IOException("not yet");
    }

    public LabSettings settings() {
        return settings;
    }

    public int port() {
        return 0;
    }

    public LabCertificate certificate() {
        return LabCertificate.create();
    }

    public Messages messages() {
        return messages;
    }

    public Sessions sessions() {
        return sessions;
    }

    public void close() { }
}
