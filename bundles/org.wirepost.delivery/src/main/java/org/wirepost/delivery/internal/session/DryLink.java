// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.wirepost.delivery.DryRun;
import org.wirepost.smtp.Envelope;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.TransactionResult;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

/** A connection through which nothing is sent: it asks about recipients at most. */
final class DryLink implements Link {

    private final Link link;
    private final boolean asking;

    private DryLink(Link link, boolean asking) {
        this.link = link;
        this.asking = asking;
    }

    /** Returns a maker of connections that go as far as this. */
    static Maker maker(DryRun dryRun, Maker real) {
        return switch (dryRun) {
            case NONE -> real;
            case RENDER -> (settings, listener) -> new NoLink();
            case CONNECT, AUTH -> (settings, listener) -> new DryLink(real.make(settings, listener), false);
            case RCPT -> (settings, listener) -> new DryLink(real.make(settings, listener), true);
        };
    }

    @Override
    public TransactionResult send(Submission submission) {
        long size = submission.content().size();
        OptionalLong limit = capabilities().maximumSize();
        if (limit.isPresent() && size > limit.getAsLong()) {
            String words = "The message has " + size + " octets, and the server takes " + limit.getAsLong() + ".";
            List<Outcome> refused = submission.envelope().recipients().stream().<Outcome>map(recipient ->
                    new Outcome.Refused(recipient.address(), Stage.MAIL, Optional.empty(), words)).toList();
            return new TransactionResult(submission, refused, Optional.empty(),
                    Optional.of(new SmtpException(SmtpException.Kind.UNSUPPORTED, Stage.MAIL, words)));
        }
        if (!asking) {
            return new TransactionResult(submission, List.of(), Optional.empty(), Optional.empty());
        }
        TransactionResult answer = link.probe(submission.envelope());
        return new TransactionResult(submission, answer.outcomes(), answer.reply(), answer.failure());
    }

    @Override
    public void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results) {
        while (isOpen() && submissions.hasNext()) {
            results.accept(send(submissions.next()));
        }
    }

    @Override
    public void connect() throws SmtpException {
        link.connect();
    }

    @Override
    public String authenticate(Credentials credentials, AuthSettings settings) throws SmtpException {
        return link.authenticate(credentials, settings);
    }

    @Override
    public Capabilities capabilities() {
        return link.capabilities();
    }

    @Override
    public Optional<TlsFacts> tls() {
        return link.tls();
    }

    @Override
    public boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public TransactionResult probe(Envelope envelope) {
        return link.probe(envelope);
    }

    @Override
    public void quit() {
        link.quit();
    }

    @Override
    public void cancel() {
        link.cancel();
    }

    @Override
    public void close() {
        link.close();
    }
}
