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

/** A connection as deliveries use it; the methods mean what they mean in {@link SmtpConnection}. */
public interface Link {

    /** Makes a connection that is not open yet. */
    interface Maker {

        /** Real ones. */
        Maker SMTP = SmtpLink::new;

        /** Makes one. */
        Link make(ConnectionSettings settings, DialogueListener listener);
    }

    void connect() throws SmtpException;

    String authenticate(Credentials credentials, AuthSettings settings) throws SmtpException;

    Capabilities capabilities();

    Optional<TlsFacts> tls();

    boolean isOpen();

    TransactionResult send(Submission submission);

    void sendAll(Iterator<Submission> submissions, Consumer<TransactionResult> results);

    TransactionResult probe(Envelope envelope);

    void quit();

    void cancel();

    void close();
}
