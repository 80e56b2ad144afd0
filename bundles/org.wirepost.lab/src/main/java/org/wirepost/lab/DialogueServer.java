// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.Executor;

/** A {@link Dialogue} waiting for its client on a loopback port. */
public final class DialogueServer implements AutoCloseable {

    private DialogueServer() { }

    static DialogueServer start(Dialogue dialogue, LabCertificate certificate, Executor executor) throws IOException {
        throw new IOException("not yet");
    }

    /** The port it listens on. */
    public int port() {
        return 0;
    }

    /** 127.0.0.1. */
    public InetAddress address() {
        return InetAddress.getLoopbackAddress();
    }

    /** What it shows in its TLS handshake. */
    public LabCertificate certificate() {
        return LabCertificate.create();
    }

    /** The connections so far, with every octet received and sent. */
    public List<LabSession> sessions() {
        return List.of();
    }

    /**
     * Waits for the end of the dialogue and checks that the client kept exactly to it.
     *
     * @throws AssertionError with the first difference: at which step, what was expected, what came
     */
    public void verify() {
        throw new AssertionError("not yet");
    }

    /** Ends the connection if one is open; does not verify. */
    @Override
    public void close() { }
}
