// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.TlsFacts;

/** No connection at all: stands for a server that takes 8-bit text and internationalised addresses, as most do. */
final class NoLink implements Link {

    private static final Capabilities USUAL =
            Capabilities.of(Reply.of(250, "nowhere", "8BITMIME", "SMTPUTF8"));

    @Override
    public void connect() {
        // There is nothing to connect to.
    }

    @Override
    public String authenticate(Credentials credentials, AuthSettings settings) {
        throw new IllegalStateException("There is nobody to authenticate to");
    }

    @Override
    public Capabilities capabilities() {
        return USUAL;
    }

    @Override
    public Optional<TlsFacts> tls() {
        return Optional.empty();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public TransactionResult send(Submission submission) {
        return new TransactionResult(submission, List.of(), Optional.empty(), Optional.empty());
    }

    @Override
    public void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results) {
        submissions.forEachRemaining(submission -> results.accept(send(submission)));
    }

    @Override
    public TransactionResult probe(Envelope envelope) {
        throw new IllegalStateException("There is nobody to ask");
    }

    @Override
    public void quit() {
        // There is nothing to leave.
    }

    @Override
    public void cancel() {
        // There is nothing to close.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
