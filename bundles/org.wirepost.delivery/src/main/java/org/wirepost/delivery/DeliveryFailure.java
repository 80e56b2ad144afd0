// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Why a message was not delivered, apart from single recipients being refused. No failure holds a secret. */
public sealed interface DeliveryFailure {

    /** Returns one sentence for people: what, why, and what to do. */
    String sentence();

    /** Returns the exit code that this failure alone would have. */
    ExitCode exitCode();

    /** Returns the short fixed name used in reports, such as {@code bad-input}. */
    String kind();

    /**
     * An option that does not exist, or a value that it does not take.
     *
     * @param sentence names the option and what is allowed
     */
    record Usage(String sentence) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.USAGE;
        }

        @Override
        public String kind() {
            return "usage";
        }
    }

    /**
     * An address, a header or another text that cannot stand in a message or an envelope.
     *
     * @param input what is wrong, such as {@code subject}, or the address as given
     * @param sentence one sentence
     * @param pointer two lines, the text and a caret below the faulty character, where there is one
     */
    record BadInput(String input, String sentence, Optional<String> pointer) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DATAERR;
        }

        @Override
        public String kind() {
            return "bad-input";
        }
    }

    /**
     * A body or an attachment that is missing, unreadable or broken.
     *
     * @param input its name as given
     * @param sentence one sentence
     */
    record BadContent(String input, String sentence) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.NOINPUT;
        }

        @Override
        public String kind() {
            return "bad-content";
        }
    }

    /**
     * A file that was changed or removed after the message had been planned: nothing was completed, and sending the
     * order again takes the file as it is then.
     *
     * @param input its name
     * @param sentence one sentence
     */
    record ContentChanged(String input, String sentence) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.NOINPUT;
        }

        @Override
        public String kind() {
            return "content-changed";
        }
    }

    /**
     * The account cannot be used: it is not there, one of its files cannot be read, or its secret is missing.
     *
     * @param sentence one sentence
     */
    record Configuration(String sentence) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.CONFIG;
        }

        @Override
        public String kind() {
            return "configuration";
        }
    }

    /**
     * The session or the transaction failed.
     *
     * @param cause what kind of thing went wrong
     * @param stage where
     * @param reply the reply that says so, if one does
     * @param permanent whether trying again without a change is pointless; a retry must then wait for a person even
     *        where the outcome of the recipients is {@code Deferred}
     * @param sentence one sentence
     */
    record Session(SmtpException.Kind cause, Stage stage, Optional<Reply> reply, boolean permanent, String sentence)
            implements DeliveryFailure {

        /**
         * Takes over an exception.
         *
         * @param exception what the SMTP layer reported
         */
        public Session(SmtpException exception) {
            this(exception.kind(), exception.stage(), exception.reply(), exception.isPermanent(),
                    exception.getMessage());
        }

        @Override
        public ExitCode exitCode() {
            return switch (cause) {
                case HOST_NOT_FOUND -> ExitCode.NOHOST;
                case CONNECT, TIMEOUT, DISCONNECTED, AUTH_TEMPORARY, CANCELLED -> ExitCode.TEMPFAIL;
                case REPLY -> permanent ? ExitCode.UNAVAILABLE : ExitCode.TEMPFAIL;
                case PROTOCOL -> ExitCode.PROTOCOL;
                case TLS_UNAVAILABLE, TLS_HANDSHAKE, CERTIFICATE, AUTH_UNAVAILABLE -> ExitCode.CONFIG;
                case AUTH_REFUSED -> ExitCode.NOPERM;
                case UNSUPPORTED -> ExitCode.UNAVAILABLE;
                case CONTENT -> ExitCode.NOINPUT;
            };
        }

        @Override
        public String kind() {
            return cause.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Cancelled from this side before it was begun.
     *
     * @param sentence one sentence
     */
    record Cancelled(String sentence) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.TEMPFAIL;
        }

        @Override
        public String kind() {
            return "cancelled";
        }
    }

    /**
     * Our bug, or that of a plug-in.
     *
     * @param sentence one sentence
     * @param cause what was thrown
     */
    record Defect(String sentence, Throwable cause) implements DeliveryFailure {
        @Override
        public ExitCode exitCode() {
            return ExitCode.SOFTWARE;
        }

        @Override
        public String kind() {
            return "defect";
        }
    }
}
