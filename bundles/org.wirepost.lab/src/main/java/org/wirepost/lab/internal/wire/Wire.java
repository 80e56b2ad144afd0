// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.wirepost.lab.Action;
import org.wirepost.lab.ReplyStyle;
import org.wirepost.lab.SessionEnd;
import org.wirepost.lab.internal.tls.ServerTls;

/** A connection to a client, in the clear or under TLS. Confined to the thread of its session but for closing. */
public final class Wire implements Closeable {

    private static final Duration LINGER = Duration.ofSeconds(1);

    private static final int FLOOD_BLOCK = 16 * 1024;

    private final Socket raw;
    private final Shutdown shutdown;
    private final Output output;
    private final Input input;
    private volatile Socket top;

    public Wire(Socket socket, WireLog log, Shutdown shutdown, ReplyStyle style) throws IOException {
        raw = socket;
        top = socket;
        this.shutdown = shutdown;
        socket.setTcpNoDelay(true);
        output = new Output(socket.getOutputStream(), log, shutdown, style);
        input = new Input(socket.getInputStream(), output, log);
    }

    public Input input() {
        return input;
    }

    public Output output() {
        return output;
    }

    /** How long a read may take; zero is for ever. */
    public void patience(Duration time) throws IOException {
        top.setSoTimeout((int) Math.min(Integer.MAX_VALUE, time.toMillis()));
    }

    /**
     * Does the handshake. What was received before and not consumed is dropped.
     *
     * @return the TLS version
     */
    public String startTls(ServerTls tls) throws IOException {
        output.flush();
        SSLSocket secure = tls.over(raw);
        secure.setSoTimeout(raw.getSoTimeout());
        top = secure;
        secure.startHandshake();
        input.switchTo(secure.getInputStream());
        output.switchTo(secure.getOutputStream());
        return secure.getSession().getProtocol();
    }

    /** Whom the client's certificate names (common name), if it showed one. */
    public Optional<String> clientName() {
        try {
            if (top instanceof SSLSocket secure) {
                String name = secure.getSession().getPeerPrincipal().getName();
                return Optional.of(name.replaceFirst("^CN=", ""));
            }
        } catch (SSLPeerUnverifiedException e) {
            // No certificate, no name.
        }
        return Optional.empty();
    }

    /** Ends the connection as a script says. Never returns. */
    public void end(Action.Last how) throws IOException {
        if (how instanceof Action.Reset) {
            raw.setSoLinger(true, 0);
            raw.close();
        } else if (how instanceof Action.HalfClose) {
            patience(Duration.ZERO);
            shutdownOutput();
            input.drain();
        } else if (how instanceof Action.Stall stall) {
            stall(stall.reading());
            throw new SessionEnded(SessionEnd.CLIENT_CLOSED);
        } else if (how instanceof Action.Flood flood) {
            flood(flood.bytes());
        }
        close();
        throw new SessionEnded(SessionEnd.SERVER_ENDED);
    }

    /** Ends by the exception of a write that fails. */
    private void flood(byte[] bytes) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (block.size() < FLOOD_BLOCK) {
            block.writeBytes(bytes);
        }
        byte[] wave = block.toByteArray();
        while (true) {
            output.write(wave);
            output.flush();
        }
    }

    private void stall(boolean reading) throws IOException {
        patience(Duration.ZERO);
        if (reading) {
            input.drain();
        } else {
            shutdown.pause(Duration.ofDays(365));
        }
    }

    /** Closes behind the reply to QUIT: at once, unless the client has sent more although it should not have. */
    public void closeAtQuit() throws IOException {
        output.flush();
        if (input.buffered() > 0 || raw.getInputStream().available() > 0) {
            closeGently();
        } else {
            close();
        }
    }

    /**
     * Closes so that the client surely gets what was sent: first the sending half, the rest when the client has
     * closed too, or after a second. Closing at once with octets unread would make the kernel send a reset.
     */
    public void closeGently() throws IOException {
        try {
            output.flush();
            patience(LINGER);
            shutdownOutput();
            input.drain();
        } catch (SessionEnded e) {
            throw e;
        } catch (IOException e) {
            // The client keeps its half open, or has reset what was over anyway.
        }
        close();
    }

    /** Under TLS behind a close_notify; JSSE may or may not shut the socket below as well. */
    private void shutdownOutput() throws IOException {
        if (top instanceof SSLSocket secure && !secure.isOutputShutdown()) {
            secure.shutdownOutput();
        }
        if (!raw.isClosed() && !raw.isOutputShutdown()) {
            raw.shutdownOutput();
        }
    }

    /**
     * Closes at once; under TLS behind a close_notify. JSSE's own close would wait for the client's close_notify in
     * TLS 1.2, and the client may be waiting for us.
     */
    @Override
    public void close() throws IOException {
        try {
            shutdownOutput();
        } catch (IOException e) {
            // The client has gone already; there is nothing left to be said in good order.
        } finally {
            raw.close();
        }
    }

    /** Closes the socket below TLS, whatever is under way. May be called from any thread. */
    public void abort() {
        try {
            raw.close();
        } catch (IOException e) {
            // A socket that cannot be closed is closed.
        }
    }
}
