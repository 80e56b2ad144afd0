// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.wire;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wirepost.lab.Deviation;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.SessionEnd;
import org.wirepost.lab.TranscriptLine;

/** What is written down about a session: by its own thread, read by any. Its lock is held for copying only. */
public final class SessionRecord implements LabSession, WireLog {

    private static final int MOST_LINES = 10_000;
    private static final int MOST_COMMANDS = 100_000;

    private final int number;
    private final int keptOctets;
    private final LabListener listener;
    private final long start = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<String> commands = new ArrayList<>();
    private final List<TranscriptLine> lines = new ArrayList<>();
    private final Map<Deviation.Kind, Deviation> deviations = new EnumMap<>(Deviation.Kind.class);
    private volatile long octetsReceived;
    private volatile long octetsSent;
    private volatile Optional<String> heloName = Optional.empty();
    private volatile boolean extended;
    private volatile Optional<String> tlsProtocol = Optional.empty();
    private volatile Optional<String> user = Optional.empty();
    private volatile Optional<SessionEnd> end = Optional.empty();

    public SessionRecord(int number, int keptOctets, LabListener listener) {
        this.number = number;
        this.keptOctets = keptOctets;
        this.listener = listener;
    }

    @Override
    public synchronized void received(byte[] bytes, int from, int length) {
        received.write(bytes, from, Math.min(length, keptOctets - received.size()));
        octetsReceived += length;
    }

    @Override
    public synchronized void sent(byte[] bytes, int from, int length) {
        sent.write(bytes, from, Math.min(length, keptOctets - sent.size()));
        octetsSent += length;
    }

    /** Writes down a command line; the caller has taken the secrets out. */
    public void command(String text) {
        synchronized (this) {
            if (commands.size() < MOST_COMMANDS) {
                commands.add(text);
            }
        }
        line(TranscriptLine.Side.CLIENT, text);
    }

    /** Writes down a line of the dialogue; the caller has taken the secrets out. */
    public void line(TranscriptLine.Side side, String text) {
        TranscriptLine line = new TranscriptLine(side, System.nanoTime() - start, encrypted(), text);
        synchronized (this) {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
        }
        listener.line(this, line);
    }

    /** Writes down what the client did wrong, the first of each kind. */
    public void deviation(Deviation.Kind kind, int unread, String words) {
        boolean first;
        synchronized (this) {
            first = deviations.putIfAbsent(kind, new Deviation(kind, octetsReceived - unread, words)) == null;
        }
        if (first) {
            line(TranscriptLine.Side.REMARK, words);
        }
    }

    public void greeted(String name, boolean withExtensions) {
        heloName = Optional.of(name);
        extended = withExtensions;
    }

    /** TLS is on, and all that was said before is forgotten (RFC 3207 section 4.2). */
    public void secured(String protocol) {
        tlsProtocol = Optional.of(protocol);
        heloName = Optional.empty();
        extended = false;
        user = Optional.empty();
        line(TranscriptLine.Side.REMARK, "TLS handshake done: " + protocol);
    }

    public void signedIn(String name) {
        user = Optional.of(name);
    }

    /** The connection is closed and nothing more will be written down. */
    public void ended(SessionEnd how) {
        end = Optional.of(how);
        ended.countDown();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Optional<String> heloName() {
        return heloName;
    }

    @Override
    public boolean extended() {
        return extended;
    }

    @Override
    public boolean encrypted() {
        return tlsProtocol.isPresent();
    }

    @Override
    public Optional<String> tlsProtocol() {
        return tlsProtocol;
    }

    @Override
    public Optional<String> user() {
        return user;
    }

    @Override
    public synchronized List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public synchronized List<TranscriptLine> transcript() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized byte[] received() {
        return received.toByteArray();
    }

    @Override
    public synchronized byte[] sent() {
        return sent.toByteArray();
    }

    @Override
    public long octetsReceived() {
        return octetsReceived;
    }

    @Override
    public long octetsSent() {
        return octetsSent;
    }

    @Override
    public synchronized List<Deviation> deviations() {
        return List.copyOf(deviations.values());
    }

    @Override
    public Optional<SessionEnd> end() {
        return end;
    }

    @Override
    public void awaitEnd(Duration timeout) throws TimeoutException, InterruptedException {
        if (!ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("Session " + number + " still runs after " + timeout + ".");
        }
    }

    @Override
    public String toString() {
        return "LabSession[" + number + ", " + heloName.orElse("not greeted") + ", "
                + tlsProtocol.orElse("in the clear") + ", " + end.map(Enum::name).orElse("running") + "]";
    }
}
