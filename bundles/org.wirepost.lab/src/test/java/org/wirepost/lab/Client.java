// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that does nothing on its own. */
final class Client implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Client(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        useStreams();
    }

    /** Connected, and greeted by the server. */
    static Client greeted(LabServer server) throws IOException {
        Client client = new Client(server.port());
        client.reply();
        return client;
    }

    /** Connected, greeted, and EHLO said. */
    static Client introduced(LabServer server) throws IOException {
        Client client = greeted(server);
        client.say("EHLO client.test");
        return client;
    }

    private void useStreams() throws IOException {
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void startTls(LabCertificate trusted, String host) throws IOException {
        SSLSocket secure = (SSLSocket) context(trusted).getSocketFactory()
                .createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        socket = secure;
        secure.startHandshake();
        useStreams();
    }

    static SSLContext context(LabCertificate trusted) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ca", trusted.ca());
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    SSLSocket secureSocket() {
        return (SSLSocket) socket;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends a command and returns the whole reply, lines joined by LF. */
    String say(String command) throws IOException {
        send(command + "\r\n");
        return reply();
    }

    String reply() throws IOException {
        StringBuilder reply = new StringBuilder();
        while (true) {
            String line = line();
            reply.append(reply.length() == 0 ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return reply.toString();
            }
        }
    }

    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("closed after `" + line.toString(StandardCharsets.UTF_8) + "`");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\r")) {
            throw new IOException("no CR at the end of `" + text + "`");
        }
        return text.substring(0, text.length() - 1);
    }

    /** All that still comes until the server closes. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    int read() throws IOException {
        return in.read();
    }

    void patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Closes before the end of its block. */
    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
