// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.smtp.Prompt;
import org.wirepost.smtp.SmtpConnection;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.words.Sentences;

/**
 * A session in which a person says the commands. {@link #run()} holds it on one thread of the background; lines are
 * handed in from the user interface thread.
 */
final class HandSession implements Runnable {

    /** How far it is. */
    enum State {
        /** Being opened. */
        CONNECTING,
        /** Waits for a line. */
        READY,
        /** Waits for the server. */
        BUSY,
        /** Over. */
        CLOSED
    }

    /**
     * What the prompt has to know.
     *
     * @param state how far it is
     * @param prompt what the server expects
     * @param sentence why the last line was not sent, or why the session is over
     */
    record Status(State state, Prompt prompt, Optional<String> sentence) {
    }

    /** Reads the secret and the files of an account. */
    @FunctionalInterface
    interface Opener {
        AccountSession open() throws AccountException, SecretException;
    }

    /** Ends the wait for a line, and the session. */
    private static final String END = new String("end");

    private final Recording recording;
    private final Opener opener;
    private final boolean authenticating;
    private final Runnable changed;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private volatile Status status = new Status(State.CONNECTING, Prompt.COMMAND, Optional.empty());
    private volatile Optional<SmtpConnection> connection = Optional.empty();
    private volatile boolean ended;

    /**
     * Prepares a session.
     *
     * @param recording takes what is said
     * @param opener reads the secret and the files of the account; may ask a person
     * @param authenticating whether to authenticate before the first line
     * @param changed told on any thread when the status has changed
     */
    HandSession(Recording recording, Opener opener, boolean authenticating, Runnable changed) {
        this.recording = recording;
        this.opener = opener;
        this.authenticating = authenticating;
        this.changed = changed;
    }

    Recording recording() {
        return recording;
    }

    Status status() {
        return status;
    }

    boolean isOver() {
        return status.state() == State.CLOSED;
    }

    /** Says a line as soon as the server has answered the one before. */
    void say(String line) {
        lines.add(line);
    }

    /** Says QUIT and closes; while it is being opened or waits for the server, it is cut off. Quick, on any thread. */
    void end() {
        ended = true;
        lines.clear();
        lines.add(END);
        if (status.state() != State.READY) {
            connection.ifPresent(SmtpConnection::cancel);
        }
    }

    @Override
    public void run() {
        Optional<String> failure = Optional.empty();
        try (AccountSession session = opener.open()) {
            hold(session);
        } catch (SmtpException e) {
            failure = Optional.of(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (AccountException | SecretException e) {
            failure = notOpened(e);
        } finally {
            tell(new Status(State.CLOSED, Prompt.COMMAND, failure.map(Sentences::of)));
        }
    }

    /** Nothing was connected: the recording says why. */
    private Optional<String> notOpened(Exception e) {
        Optional<String> sentence = Optional.of(String.valueOf(e.getMessage()));
        recording.on(new DialogueEvent.Closed(System.nanoTime(), Stage.RESOLVE, sentence));
        return sentence;
    }

    private void hold(AccountSession session) throws SmtpException, InterruptedException {
        try (SmtpConnection open = new SmtpConnection(session.settings(), recording)) {
            connection = Optional.of(open);
            if (ended) {
                return;
            }
            open.connect();
            if (authenticating && session.credentials().isPresent()) {
                open.authenticate(session.credentials().get(), session.auth());
            }
            tell(new Status(State.READY, open.prompt(), Optional.empty()));
            talk(open, session.auth().clearTextAllowed());
        }
    }

    private void talk(SmtpConnection open, boolean clearTextAllowed) throws SmtpException, InterruptedException {
        while (open.isOpen()) {
            String line = lines.take();
            if (ended) {
                quit(open);
                return;
            }
            tell(new Status(State.BUSY, open.prompt(), Optional.empty()));
            Optional<String> sentence = Optional.empty();
            try {
                open.say(line, clearTextAllowed);
            } catch (IllegalArgumentException e) {
                sentence = Optional.of(Sentences.of(e.getMessage()));
            }
            tell(new Status(State.READY, open.prompt(), sentence));
        }
    }

    /** In the middle of a message there is no other end than to hang up: QUIT would become a line of it. */
    private static void quit(SmtpConnection open) {
        if (open.prompt() == Prompt.COMMAND) {
            open.quit();
        }
    }

    private void tell(Status next) {
        status = next;
        changed.run();
    }
}
