// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that sends records without content as fast as it can. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsWireTest {

    private static final long BRIEF = TimeUnit.MILLISECONDS.toNanos(300);

    private ServerSocket server;
    private Thread flood;
    private PlainWire plain;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        flood = new Thread(this::flood, "flood");
        flood.start();
        plain = PlainWire.unconnected();
        plain.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()),
                System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
    }

    private void flood() {
        try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
            byte[] octets = new byte[4096];
            while (true) {
                out.write(octets);
            }
        } catch (IOException e) {
            // The client has had enough.
            return;
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        plain.close();
        server.close();
        flood.join();
    }

    @Test
    void readingEndsInTime() throws Exception {
        TlsWire wire = wire(HandshakeStatus.NOT_HANDSHAKING);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> wire.read(new byte[100], 0, 100, System.nanoTime() + BRIEF));
    }

    @Test
    void shakingHandsEndsInTime() throws Exception {
        TlsWire wire = wire(HandshakeStatus.NEED_UNWRAP);

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> wire.handshake(System.nanoTime() + BRIEF));
    }

    @Test
    void aLookAtWhatHasComeEnds() throws Exception {
        TlsWire wire = wire(HandshakeStatus.NOT_HANDSHAKING);

        assertThatExceptionOfType(SSLException.class).isThrownBy(() -> {
            while (wire.readNow(new byte[100], 0, 100) == 0) {
                Thread.onSpinWait();
            }
        }).withMessageContaining("without content");
        assertThat(wire.received()).isGreaterThan(1024 * 1024);
    }

    private TlsWire wire(HandshakeStatus status) throws GeneralSecurityException {
        SSLEngine real = SSLContext.getDefault().createSSLEngine();
        return new TlsWire(plain, new EmptyRecords(real.getSession(), status));
    }
}
