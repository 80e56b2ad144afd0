// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.Submission;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Stage;

/** Finds out before anything is said whether this server can take a message at all. */
final class Suitability {

    private final OptionalLong maximumSize;
    private final boolean utf8;
    private final boolean eightBit;
    private final boolean binary;
    private final TransactionCommands commands;
    private final Events events;

    Suitability(Capabilities capabilities, TransactionCommands commands, Events events) {
        this.maximumSize = capabilities.maximumSize();
        this.utf8 = capabilities.offers("SMTPUTF8");
        this.binary = capabilities.offers("BINARYMIME") && capabilities.offers("CHUNKING");
        this.eightBit = capabilities.offers("8BITMIME") || binary;
        this.commands = commands;
        this.events = events;
    }

    /** Decides what need not be tried; returns whether somebody is left and the content can be produced. */
    boolean admits(Transaction transaction) {
        Submission submission = transaction.submission();
        Optional<SmtpException> obstacle = obstacle(submission);
        if (obstacle.isPresent()) {
            transaction.refuse(obstacle.get());
            return false;
        }
        refuseUnnameable(transaction);
        if (transaction.isSpoilt()) {
            transaction.spoil();
        }
        warnOf(submission);
        return !transaction.isDecided() && isReady(transaction);
    }

    /** Refuses the recipients that cannot be named to this server. */
    void refuseUnnameable(Transaction transaction) {
        if (utf8) {
            return;
        }
        List<Recipient> recipients = transaction.submission().envelope().recipients();
        for (int i = 0; i < recipients.size(); i++) {
            String address = recipients.get(i).address();
            if (EnvelopeAddress.needsUtf8(address)) {
                transaction.refuse(i, "The address " + address + " needs SMTPUTF8, which the server does not offer");
            }
        }
    }

    private static boolean isReady(Transaction transaction) {
        try {
            transaction.submission().content().verify();
            return true;
        } catch (IOException | RuntimeException e) {
            transaction.notSent(new SmtpException(Kind.CONTENT, Stage.MAIL, "The message could not be produced and was"
                    + " not sent: " + e.getMessage(), Optional.empty(), e));
            return false;
        }
    }

    private void warnOf(Submission submission) {
        if (submission.content().needs8Bit() && !eightBit) {
            events.deviation(Stage.MAIL, "undeclared-8bit",
                    "The message holds 8-bit data, but the server does not offer 8BITMIME; it is sent all the same");
        }
        if (commands.losesNotifications(submission.envelope())) {
            events.deviation(Stage.MAIL, "no-dsn",
                    "The server does not offer DSN; the notifications cannot be asked for");
        }
    }

    private Optional<SmtpException> obstacle(Submission submission) {
        OutgoingContent content = submission.content();
        if (maximumSize.isPresent() && content.size() > maximumSize.getAsLong()) {
            return unsupported("The message has " + content.size() + " octets, but the server takes at most "
                    + maximumSize.getAsLong() + "; it was not sent");
        }
        if (content.needsBinary() && !binary) {
            return unsupported("The message holds binary data, but the server does not offer BINARYMIME with CHUNKING");
        }
        if (content.needsUtf8() && !utf8) {
            return unsupported("The message's headers need SMTPUTF8, which the server does not offer");
        }
        Optional<String> sender = submission.envelope().sender().filter(EnvelopeAddress::needsUtf8);
        if (sender.isPresent() && !utf8) {
            return unsupported("The sender " + sender.get() + " needs SMTPUTF8, which the server does not offer");
        }
        return Optional.empty();
    }

    private static Optional<SmtpException> unsupported(String sentence) {
        return Optional.of(new SmtpException(Kind.UNSUPPORTED, Stage.MAIL, sentence));
    }

    /** Tells whether SMTPUTF8 is needed and offered. */
    boolean usesUtf8(Submission submission) {
        return utf8 && (submission.content().needsUtf8()
                || submission.envelope().sender().filter(EnvelopeAddress::needsUtf8).isPresent()
                || anyNeedsUtf8(submission.envelope().recipients()));
    }

    private static boolean anyNeedsUtf8(List<Recipient> recipients) {
        for (Recipient recipient : recipients) {
            if (EnvelopeAddress.needsUtf8(recipient.address())) {
                return true;
            }
        }
        return false;
    }
}
