// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.internal.wire.PlainWire;

/** Finds the addresses of the server and connects to the first that answers. */
final class Connector {

    private final ConnectionSettings settings;
    private final Dialogue dialogue;
    private final Events events;

    Connector(ConnectionSettings settings, Dialogue dialogue) {
        this.settings = settings;
        this.dialogue = dialogue;
        this.events = dialogue.events();
    }

    PlainWire connect() throws SmtpException {
        List<InetAddress> addresses = resolve();
        events.tell(new DialogueEvent.Resolved(Events.now(), settings.host(), addresses));
        List<String> failures = new ArrayList<>();
        boolean timedOut = true;
        for (InetAddress address : addresses) {
            InetSocketAddress remote = new InetSocketAddress(address, settings.port());
            try {
                return connect(remote);
            } catch (IOException e) {
                if (dialogue.isCancelled() || Thread.currentThread().isInterrupted()) {
                    throw new SmtpException(Kind.CANCELLED, Stage.CONNECT, "The session was cancelled");
                }
                timedOut &= e instanceof SocketTimeoutException;
                String reason = reason(e);
                failures.add(address.getHostAddress() + ": " + reason);
                events.tell(new DialogueEvent.ConnectFailed(Events.now(), remote, reason));
            }
        }
        throw new SmtpException(timedOut ? Kind.TIMEOUT : Kind.CONNECT, Stage.CONNECT, "No connection to "
                + settings.host() + " port " + settings.port() + " (" + String.join("; ", failures) + ")");
    }

    private String reason(IOException e) {
        return e instanceof SocketTimeoutException
                ? "no answer within " + Dialogue.seconds(settings.timeouts().connect())
                : String.valueOf(e.getMessage());
    }

    private List<InetAddress> resolve() throws SmtpException {
        try {
            return settings.resolver().resolve(settings.host());
        } catch (UnknownHostException e) {
            throw new SmtpException(Kind.HOST_NOT_FOUND, Stage.RESOLVE, "The host " + settings.host()
                    + " was not found: check its spelling and the network", Optional.empty(), e);
        } catch (SocketTimeoutException e) {
            throw new SmtpException(Kind.TIMEOUT, Stage.RESOLVE, "The address of " + settings.host()
                    + " was not found in time (" + e.getMessage() + "): check the network, and try again later",
                    Optional.empty(), e);
        } catch (IOException e) {
            if (dialogue.isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new SmtpException(Kind.CANCELLED, Stage.RESOLVE, "The session was cancelled");
            }
            throw new SmtpException(Kind.CONNECT, Stage.RESOLVE, "The address of " + settings.host()
                    + " cannot be looked up (" + e.getMessage() + ")", Optional.empty(), e);
        }
    }

    private PlainWire connect(InetSocketAddress remote) throws IOException {
        events.tell(new DialogueEvent.Connecting(Events.now(), remote));
        PlainWire wire = PlainWire.unconnected();
        boolean connected = false;
        try {
            dialogue.use(wire);
            wire.connect(remote, System.nanoTime() + settings.timeouts().connect().toNanos());
            events.tell(new DialogueEvent.Connected(Events.now(), remote, wire.local()));
            connected = true;
            return wire;
        } finally {
            if (!connected) {
                wire.close();
            }
        }
    }
}
