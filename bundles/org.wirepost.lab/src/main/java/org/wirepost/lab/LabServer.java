// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirepost.lab.internal.Engine;

/**
 * An SMTP server on the loopback interface that keeps what it is given and can be told to misbehave.
 *
 * <pre>{@code
 * try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build())) {
 *     send(server.address(), server.port(), server.certificate().caPem());
 *     StoredMessage message = server.awaitMessage(Duration.ofSeconds(5));
 * }
 * }</pre>
 *
 * <p>May be used from any thread. Each session keeps one thread of the executor busy, and so does the accepting.
 */
public final class LabServer implements AutoCloseable {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Engine engine;

    private LabServer(Engine engine) {
        this.engine = engine;
    }

    /**
     * Starts a server on daemon threads of its own, named {@code wirepost-lab-…}, one for accepting and one per
     * session.
     *
     * @throws IOException if the port is taken or the store cannot be made
     */
    public static LabServer start(LabSettings settings) throws IOException {
        return start(settings, task -> {
            Thread thread = new Thread(task, "wirepost-lab-" + THREADS.incrementAndGet());
            thread.setDaemon(true);
            thread.start();
        });
    }

    /**
     * Starts a server on the threads of an executor. It has to begin each task at once: one that queues behind a
     * running session would leave the next client without an answer.
     *
     * @throws IOException if the port is taken or the store cannot be made
     */
    public static LabServer start(LabSettings settings, Executor executor) throws IOException {
        return new LabServer(Engine.start(settings, executor));
    }

    /** The settings it was started with. */
    public LabSettings settings() {
        return engine.settings();
    }

    /**
     * Has sessions that begin from now on follow another script than that of the settings. Sessions under way keep
     * theirs; {@link Script#nthOverall} counts anew, {@link Script#inSession} counts all connections of the server.
     *
     * @param script what to do otherwise than usual
     */
    public void play(Script script) {
        engine.play(Objects.requireNonNull(script, "script"));
    }

    /** The port it listens on. */
    public int port() {
        return engine.port();
    }

    /** The loopback address it listens on. */
    public InetAddress address() {
        return engine.settings().bind();
    }

    /** The certificate of the settings, or the good one made for this server. */
    public LabCertificate certificate() {
        return engine.certificate();
    }

    /** The messages taken over, oldest first, at most {@link LabLimits#keptMessages()}. */
    public List<StoredMessage> messages() {
        return engine.messages().kept();
    }

    /** How many messages were taken over since the start, also those no longer kept. */
    public long messageCount() {
        return engine.messages().count();
    }

    /**
     * Waits for the next message. Each call gives another one, in the order of arrival.
     *
     * @throws TimeoutException if none comes within this time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public StoredMessage awaitMessage(Duration timeout) throws TimeoutException, InterruptedException {
        return engine.messages().next(timeout);
    }

    /** The running sessions and the last ended ones, in the order of their connections. */
    public List<LabSession> sessions() {
        return engine.sessions().all();
    }

    /**
     * Waits for the next session to end. Each call gives another one, in the order of their ends.
     *
     * @throws TimeoutException if none ends within this time
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public LabSession awaitSessionEnd(Duration timeout) throws TimeoutException, InterruptedException {
        return engine.sessions().nextEnded(timeout);
    }

    /** Ends all sessions, waits for them, and removes messages that were kept for its time only. */
    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return "LabServer[" + address().getHostAddress() + " port " + port() + ", " + settings().tls() + "]";
    }
}
