// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.CertificateFacts;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;
import org.wirepost.smtp.dialogue.TlsFacts;

/** What a {@link ConnectionCheck} found out, in the order of the dialogue. No step holds a secret. */
public sealed interface CheckStep {

    /** Returns where in the dialogue it belongs. */
    Stage stage();

    /**
     * The host name has addresses.
     *
     * @param nanos how long it took, in nanoseconds; likewise in the other steps: since the step before
     */
    record Resolved(long nanos, String host, List<InetAddress> addresses) implements CheckStep {
        /** Copies the list. */
        public Resolved {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Stage stage() {
            return Stage.RESOLVE;
        }
    }

    /** One of several addresses could not be connected to. */
    record Unreached(InetSocketAddress remote, String reason) implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /** The TCP connection is open. */
    record Connected(long nanos, InetSocketAddress remote) implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /** The server greeted, or is ready for TLS after STARTTLS. */
    record Answered(long nanos, Stage stage, Reply reply) implements CheckStep { }

    /** The connection is encrypted and the certificate accepted. */
    record Encrypted(long nanos, TlsFacts facts) implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.TLS;
        }
    }

    /** The server said what it offers; with STARTTLS it does so twice. */
    record Learned(long nanos, Capabilities capabilities, boolean encrypted) implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.EHLO;
        }
    }

    /**
     * The server took the credentials.
     *
     * @param user the user; empty for some certificates
     * @param mechanism the SASL mechanism used
     */
    record LoggedIn(long nanos, String user, String mechanism) implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }
    }

    /** No credentials are known, so nobody logged in. */
    record NotLoggedIn() implements CheckStep {
        @Override
        public Stage stage() {
            return Stage.AUTH;
        }
    }

    /** The server deviated from the standard, and the session went on. */
    record Noted(Stage stage, String text) implements CheckStep { }

    /**
     * The step that failed; none comes after it.
     *
     * @param failure what went wrong
     * @param chain the certificates that the server showed, its own first, if it got that far
     * @param remedies what can be done, the most promising first
     */
    record Failed(long nanos, SmtpException failure, List<CertificateFacts> chain, List<Remedy> remedies)
            implements CheckStep {
        /** Copies the lists. */
        public Failed {
            chain = List.copyOf(chain);
            remedies = List.copyOf(remedies);
        }

        @Override
        public Stage stage() {
            return failure.stage();
        }

        /** Returns the reply that says so, if one does. */
        public Optional<Reply> reply() {
            return failure.reply();
        }
    }
}
