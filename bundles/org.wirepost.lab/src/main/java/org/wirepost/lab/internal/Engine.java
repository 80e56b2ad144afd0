// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.SessionEnd;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.lab.internal.content.MessageStore;
import org.wirepost.lab.internal.tls.ServerTls;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Shutdown;
import org.wirepost.lab.internal.wire.Wire;

/** The running server: accepts clients and gives each a session. */
public final class Engine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int BACKLOG = 256;

    private final LabSettings settings;
    private final Executor executor;
    private final ServerSocket socket;
    private final Shutdown shutdown = new Shutdown();
    private final Messages messages;
    private final Sessions sessions;
    /** What sessions begun from now on do otherwise than usual. */
    private volatile Play play;
    private Optional<LabCertificate> certificate;
    private Optional<ServerTls> tls = Optional.empty();
    private int connections;

    private Engine(LabSettings settings, Executor executor, ServerSocket socket) throws IOException {
        this.settings = settings;
        this.executor = executor;
        this.socket = socket;
        certificate = settings.certificate();
        messages = new Messages(new MessageStore(settings.store()), settings.limits().keptMessages());
        sessions = new Sessions(settings.limits());
        play = Play.of(settings.script());
    }

    /** A script with its counts over all sessions. */
    private record Play(Script script, AtomicIntegerArray counters) {

        static Play of(Script script) {
            return new Play(script, Cues.counters(script));
        }
    }

    /** Binds and begins to accept. */
    public static Engine start(LabSettings settings, Executor executor) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(settings.bind(), settings.port()), BACKLOG);
            Engine engine = new Engine(settings, executor, socket);
            executor.execute(engine::accept);
            return engine;
        } catch (IOException e) {
            socket.close();
            throw new IOException("The lab cannot start on " + settings.bind().getHostAddress() + " port "
                    + settings.port() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void accept() {
        while (!shutdown.begun()) {
            try {
                admit(socket.accept());
            } catch (SocketException e) {
                // Closed; or out of descriptors, in which case the next round may do better.
                pause();
            } catch (IOException e) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            shutdown.pause(Duration.ofMillis(50));
        } catch (IOException e) {
            // The server is closing, which the loop is about to see.
        }
    }

    private void admit(Socket client) throws IOException {
        SessionRecord record = new SessionRecord(++connections, settings.limits().keptOctets(), settings.listener());
        Wire wire = new Wire(client, record, shutdown, settings.replyStyle());
        if (!sessions.open(record, wire)) {
            turnAway(wire);
            return;
        }
        try {
            executor.execute(() -> serve(record, wire));
        } catch (RejectedExecutionException e) {
            turnAway(wire);
            record.ended(SessionEnd.SERVER_ENDED);
            sessions.close(record);
        }
    }

    private void turnAway(Wire wire) throws IOException {
        try (wire) {
            if (settings.tls() != LabTls.IMPLICIT) {
                wire.output().write("421 4.3.2 Too many connections\r\n".getBytes(StandardCharsets.US_ASCII));
                wire.output().flush();
            }
        }
    }

    private void serve(SessionRecord record, Wire wire) {
        SessionEnd end = SessionEnd.FAULT;
        try {
            settings.listener().sessionStarted(record);
            Play now = play;
            Cues cues = new Cues(now.script(), now.counters(), record.number());
            Responder responder = new Responder(wire, cues, record, shutdown,
                    settings.offers(LabExtension.ENHANCEDSTATUSCODES));
            end = new Session(new Talk(settings, wire, record, responder, messages), this::tls).run();
        } catch (IOException e) {
            end = SessionEnd.CLIENT_BROKE;
            record.line(TranscriptLine.Side.REMARK, "The connection broke: " + e.getMessage());
        } finally {
            wire.abort();
            end(record, shutdown.begun() && end != SessionEnd.QUIT ? SessionEnd.SHUTDOWN : end);
        }
    }

    private void end(SessionRecord record, SessionEnd how) {
        record.ended(how);
        try {
            settings.listener().sessionEnded(record);
        } finally {
            sessions.close(record);
        }
    }

    private synchronized ServerTls tls() {
        if (tls.isEmpty()) {
            tls = Optional.of(new ServerTls(certificate(), settings.tlsProtocols(), settings.clientAuth()));
        }
        return tls.get();
    }

    public synchronized LabCertificate certificate() {
        if (certificate.isEmpty()) {
            certificate = Optional.of(LabCertificate.create());
        }
        return certificate.get();
    }

    /** Has sessions begun from now on follow another script. */
    public void play(Script script) {
        play = Play.of(script);
    }

    public LabSettings settings() {
        return settings;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public Messages messages() {
        return messages;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Ends everything and waits for it. */
    public void close() {
        shutdown.begin();
        try {
            socket.close();
        } catch (IOException e) {
            // A listening socket that cannot be closed listens no more.
        }
        sessions.abortAll(PATIENCE);
        messages.store().close();
    }
}
