// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.SmtpConnection;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.TlsFacts;

/** A real connection. */
final class SmtpLink implements Link {

    private final SmtpConnection connection;

    SmtpLink(ConnectionSettings settings, DialogueListener listener) {
        connection = new SmtpConnection(settings, listener);
    }

    @Override
    public void connect() throws SmtpException {
        connection.connect();
    }

    @Override
    public String authenticate(Credentials credentials, AuthSettings settings) throws SmtpException {
        return connection.authenticate(credentials, settings);
    }

    @Override
    public Capabilities capabilities() {
        return connection.capabilities();
    }

    @Override
    public Optional<TlsFacts> tls() {
        return connection.tls();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public TransactionResult send(Submission submission) {
        return connection.send(submission);
    }

    @Override
    public void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results) {
        connection.sendAll(submissions, results);
    }

    @Override
    public TransactionResult probe(Envelope envelope) {
        return connection.probe(envelope);
    }

    @Override
    public void quit() {
        connection.quit();
    }

    @Override
    public void cancel() {
        connection.cancel();
    }

    @Override
    public void close() {
        connection.close();
    }
}
