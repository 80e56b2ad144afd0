// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirepost.lab.internal.tls.ServerTls;
import org.wirepost.lab.internal.wire.SessionEnded;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Shutdown;
import org.wirepost.lab.internal.wire.Wire;

/** Plays a {@link Dialogue} against the clients that connect, one after the other, up to the first difference. */
final class DialogueRun implements Runnable {

    private static final int KEPT_OCTETS = 16 << 20;

    private final Dialogue dialogue;
    private final ServerTls tls;
    private final ServerSocket server;
    private final Shutdown shutdown = new Shutdown();
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<SessionRecord> records = new ArrayList<>();
    private Optional<Wire> wire = Optional.empty();
    private volatile int step;
    private volatile Optional<String> difference = Optional.empty();

    DialogueRun(Dialogue dialogue, LabCertificate certificate, ServerSocket server) {
        this.dialogue = dialogue;
        this.server = server;
        tls = new ServerTls(certificate, List.of("TLSv1.3", "TLSv1.2"), LabClientAuth.NONE);
    }

    @Override
    public void run() {
        SessionEnd end = SessionEnd.SERVER_ENDED;
        try {
            for (step = 0; step < dialogue.steps().size(); step++) {
                perform(dialogue.steps().get(step));
            }
            checkNothingLeft();
        } catch (DialogueDifference e) {
            difference = Optional.of(e.getMessage());
        } catch (SessionEnded e) {
            end = e.end();
            difference = Optional.of("the client was gone");
        } catch (IOException e) {
            end = SessionEnd.CLIENT_BROKE;
            difference = Optional.of(String.valueOf(e.getMessage()));
        } finally {
            endSession(end);
            done.countDown();
        }
    }

    private void perform(DialogueStep next) throws IOException {
        if (next instanceof DialogueStep.NextConnection) {
            checkNothingLeft();
            endSession(SessionEnd.SERVER_ENDED);
            return;
        }
        Wire connection = connection();
        if (next instanceof DialogueStep.Send send) {
            connection.output().write(send.bytes());
            connection.output().flush();
            record().line(TranscriptLine.Side.SERVER, DialogueReader.visible(send.bytes(), send.bytes().length));
        } else if (next instanceof DialogueStep.StartTls) {
            if (connection.input().buffered() > 0) {
                throw new DialogueDifference("the client sent plain text behind STARTTLS");
            }
            record().secured(connection.startTls(tls));
        } else if (next instanceof DialogueStep.Delay delay) {
            shutdown.pause(delay.time());
        } else if (next instanceof DialogueStep.End last) {
            end(connection, last.how());
        } else {
            new DialogueReader(connection, record(), dialogue.patience()).expect(next);
        }
    }

    private void end(Wire connection, Action.Last how) throws IOException {
        checkNothingLeft();
        try {
            connection.end(how);
        } catch (SessionEnded e) {
            endSession(e.end());
        } catch (IOException e) {
            endSession(SessionEnd.CLIENT_BROKE);
        }
    }

    private void checkNothingLeft() throws IOException {
        if (wire.isPresent() && wire.get().input().ready()) {
            new DialogueReader(wire.get(), record(), dialogue.patience()).failOnMore();
        }
    }

    private Wire connection() throws IOException {
        if (wire.isEmpty()) {
            server.setSoTimeout((int) dialogue.patience().toMillis());
            SessionRecord record;
            Socket client;
            try {
                client = server.accept();
            } catch (SocketTimeoutException e) {
                throw new DialogueDifference("no client connected within " + dialogue.patience());
            }
            synchronized (this) {
                record = new SessionRecord(records.size() + 1, KEPT_OCTETS, LabListener.silent());
                records.add(record);
                wire = Optional.of(new Wire(client, record, shutdown, dialogue.style()));
            }
            wire.get().patience(dialogue.patience());
        }
        return wire.get();
    }

    private synchronized SessionRecord record() {
        return records.get(records.size() - 1);
    }

    private synchronized void endSession(SessionEnd end) {
        if (wire.isPresent()) {
            wire.get().abort();
            wire = Optional.empty();
            record().ended(end);
        }
    }

    synchronized List<LabSession> sessions() {
        return List.copyOf(records);
    }

    /** Waits for the end; the difference in words, if there is one. */
    Optional<String> awaitDifference() {
        Duration patience = dialogue.patience().plusSeconds(2);
        try {
            if (!done.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.of(words("nothing happened for " + patience));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(words("the waiting was interrupted"));
        }
        return difference.map(this::words);
    }

    private String words(String what) {
        int steps = dialogue.steps().size();
        StringBuilder text = new StringBuilder(step < steps
                ? "Step " + (step + 1) + " of " + steps + " (" + dialogue.steps().get(step).words() + "): "
                : "Behind the last step: ");
        text.append(what).append(".\nThe dialogue so far:\n");
        for (LabSession session : sessions()) {
            session.transcript().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    void close() {
        shutdown.begin();
        try {
            server.close();
        } catch (IOException e) {
            // A listening socket that cannot be closed listens no more.
        }
        synchronized (this) {
            wire.ifPresent(Wire::abort);
        }
        try {
            done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
