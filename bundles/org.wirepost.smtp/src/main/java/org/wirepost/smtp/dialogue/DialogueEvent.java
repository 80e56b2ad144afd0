// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.dialogue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened in a session.
 *
 * <p>Octets: {@link CommandSent}, {@link ContentSent}, {@link ReplyReceived} and {@link StrayReceived} together cover
 * every octet of the SMTP dialogue exactly once; {@link TlsEstablished} covers those of the handshake.
 */
public sealed interface DialogueEvent {

    /**
     * Returns the monotonic time stamp, in nanoseconds as of {@link System#nanoTime()}. That of a pipelined command is
     * when it was put into the queue; it leaves together with those behind it, before the next reply is waited for.
     */
    long nanos();

    /** Returns the stage that the event belongs to. */
    Stage stage();

    /**
     * A session begins.
     *
     * @param host host name as given
     * @param port port
     * @param tls the TLS mode in words: required, opportunistic, implicit or none
     */
    record SessionStarted(long nanos, String host, int port, String tls) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.RESOLVE;
        }
    }

    /** The host name has been resolved; the addresses are tried in this order. */
    record Resolved(long nanos, String host, List<InetAddress> addresses) implements DialogueEvent {
        /** Copies the list. */
        public Resolved {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Stage stage() {
            return Stage.RESOLVE;
        }
    }

    /** An address is being tried. */
    record Connecting(long nanos, InetSocketAddress remote) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /** An address could not be connected to; the next one is tried, if there is one. */
    record ConnectFailed(long nanos, InetSocketAddress remote, String reason) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /** The TCP connection is open. */
    record Connected(long nanos, InetSocketAddress remote, InetSocketAddress local) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.CONNECT;
        }
    }

    /** The TLS handshake begins. */
    record TlsStarted(long nanos) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.TLS;
        }
    }

    /**
     * The TLS handshake is finished and the certificate has been checked.
     *
     * @param facts version, cipher and chain
     * @param sent octets of the handshake sent over TCP
     * @param received octets of the handshake received over TCP
     */
    record TlsEstablished(long nanos, TlsFacts facts, long sent, long received) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.TLS;
        }
    }

    /**
     * The TLS handshake failed.
     *
     * @param reason one sentence
     * @param chain the certificates seen, if any, so that they can be shown
     */
    record TlsFailed(long nanos, String reason, List<CertificateFacts> chain, long sent, long received)
            implements DialogueEvent {
        /** Copies the list. */
        public TlsFailed {
            chain = List.copyOf(chain);
        }

        @Override
        public Stage stage() {
            return Stage.TLS;
        }
    }

    /**
     * A command line, a SASL response, the final dot, or a line of a message that is typed by hand was sent.
     *
     * @param text the line without CRLF; a secret in it is replaced by {@link #WITHHELD}
     * @param octets how many octets went over the wire, CRLF included
     * @param withheld whether something was replaced
     */
    record CommandSent(long nanos, Stage stage, String text, int octets, boolean withheld) implements DialogueEvent {
        /** Stands in the text where a secret was sent. */
        public static final String WITHHELD = "\u2022\u2022\u2022";
    }

    /**
     * A block of message content was sent.
     *
     * @param offset where the block begins in the message, in octets, before dot-stuffing
     * @param length how many octets of the message it holds
     * @param octets how many octets went over the wire: the length plus stuffed dots
     * @param total the size of the whole message
     */
    record ContentSent(long nanos, long offset, long length, long octets, long total) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.CONTENT;
        }
    }

    /** A whole reply was received. */
    record ReplyReceived(long nanos, Stage stage, Reply reply) implements DialogueEvent {}

    /**
     * Octets were received that are no reply: garbage, half a reply before the connection broke, or what lay behind
     * the answer to STARTTLS.
     *
     * @param text the octets, each shown as the character of that number (ISO-8859-1), at most 4096 of them
     * @param octets how many there were
     */
    record StrayReceived(long nanos, Stage stage, String text, long octets) implements DialogueEvent {}

    /** Capabilities were learnt from EHLO; {@link Capabilities#NONE} when they were forgotten. */
    record CapabilitiesLearned(long nanos, Capabilities capabilities, boolean encrypted) implements DialogueEvent {
        @Override
        public Stage stage() {
            return Stage.EHLO;
        }
    }

    /**
     * The server deviated from the standard, or something deserves a warning, and the session goes on.
     *
     * @param code short fixed name, such as {@code bare-lf}
     * @param text one sentence
     */
    record Deviation(long nanos, Stage stage, String code, String text) implements DialogueEvent {}

    /** The outcome for one recipient is known. */
    record Decided(long nanos, Outcome outcome) implements DialogueEvent {
        @Override
        public Stage stage() {
            return outcome.stage();
        }
    }

    /**
     * The session is over.
     *
     * @param failure why, when it did not end by QUIT
     */
    record Closed(long nanos, Stage stage, Optional<String> failure) implements DialogueEvent {}
}
