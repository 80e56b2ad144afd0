// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A {@link Dialogue} waiting for its client on a port of 127.0.0.1. */
public final class DialogueServer implements AutoCloseable {

    private final ServerSocket socket;
    private final LabCertificate certificate;
    private final DialogueRun run;

    private DialogueServer(ServerSocket socket, LabCertificate certificate, DialogueRun run) {
        this.socket = socket;
        this.certificate = certificate;
        this.run = run;
    }

    static DialogueServer start(Dialogue dialogue, LabCertificate certificate, Executor executor) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        DialogueRun run = new DialogueRun(dialogue, certificate, socket);
        executor.execute(run);
        return new DialogueServer(socket, certificate, run);
    }

    /** The port it listens on. */
    public int port() {
        return socket.getLocalPort();
    }

    /** 127.0.0.1. */
    public InetAddress address() {
        return socket.getInetAddress();
    }

    /** What it shows in its TLS handshake. */
    public LabCertificate certificate() {
        return certificate;
    }

    /** The connections so far, with every octet received and sent. */
    public List<LabSession> sessions() {
        return run.sessions();
    }

    /**
     * Waits for the end of the dialogue and checks that the client kept exactly to it.
     *
     * @throws AssertionError with the first difference: at which step, what was expected, what came; and the dialogue
     *     so far, verbatim
     */
    public void verify() {
        Optional<String> difference = run.awaitDifference();
        if (difference.isPresent()) {
            throw new AssertionError(difference.get());
        }
    }

    /** Ends the connection if one is open; does not verify. */
    @Override
    public void close() {
        run.close();
    }
}
