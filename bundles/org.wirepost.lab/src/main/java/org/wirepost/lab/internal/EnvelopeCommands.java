// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.util.Optional;
import org.wirepost.lab.Deviation;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage.Recipient;

/** MAIL and RCPT. */
final class EnvelopeCommands {

    private final Talk talk;
    private final Transaction transaction;
    private final Parameters parameters;

    EnvelopeCommands(Talk talk, Transaction transaction) {
        this.talk = talk;
        this.transaction = transaction;
        parameters = new Parameters(talk.settings());
    }

    void mail(String argument) throws IOException {
        MailPath path = MailPath.NONE;
        Reply usual = Reply.of(250, "2.1.0", "Sender taken");
        try {
            path = parse(argument, "FROM:");
            checkMail(path);
        } catch (Refusal e) {
            usual = e.reply();
        }
        if (talk.respond(Stage.MAIL, argument, usual) / 100 == 2) {
            transaction.reset();
            transaction.begin(path);
        }
    }

    private void checkMail(MailPath path) throws Refusal {
        if (talk.record().heloName().isEmpty()) {
            throw new Refusal(503, "5.5.1", "Say EHLO first");
        }
        if (talk.settings().tlsRequired() && talk.settings().tls() != LabTls.NONE && !talk.record().encrypted()) {
            throw new Refusal(530, "5.7.0", "Say STARTTLS first");
        }
        if (talk.settings().auth().required() && talk.record().user().isEmpty()) {
            throw new Refusal(530, "5.7.0", "Sign in first");
        }
        if (transaction.open()) {
            throw new Refusal(503, "5.5.1", "A transaction is open: finish it or say RSET");
        }
        checkParameters(path);
        parameters.checkMail(path.parameters());
        if (!path.address().isEmpty()) {
            checkAddress(path.address(), "5.1.7", path.parameters().containsKey("SMTPUTF8"));
        }
    }

    void recipient(String argument) throws IOException {
        MailPath path = MailPath.NONE;
        Reply usual = Reply.of(250, "2.1.5", "Recipient taken");
        try {
            path = parse(argument, "TO:");
            checkRecipient(path);
            Optional<Reply> byName = talk.settings().recipientRules()
                    ? RecipientRules.refusal(path.address()) : Optional.empty();
            usual = byName.orElse(usual);
        } catch (Refusal e) {
            usual = e.reply();
        }
        if (talk.respond(Stage.RCPT, argument, usual) / 100 == 2) {
            transaction.recipients().add(new Recipient(path.address(), path.parameters()));
        } else {
            transaction.refuseRecipient();
        }
    }

    private void checkRecipient(MailPath path) throws Refusal {
        if (!transaction.open()) {
            throw new Refusal(503, "5.5.1", "Say MAIL first");
        }
        if (transaction.chunks().isPresent()) {
            throw new Refusal(503, "5.5.1", "The content has begun: it is too late for another recipient");
        }
        checkParameters(path);
        parameters.checkRecipient(path.parameters());
        if (!path.address().equalsIgnoreCase("postmaster")) {
            checkAddress(path.address(), "5.1.3", transaction.utf8());
        }
        if (transaction.recipients().size() >= talk.settings().limits().recipients()) {
            throw new Refusal(452, "4.5.3", "Too many recipients: send to the others in a transaction of their own");
        }
    }

    private MailPath parse(String argument, String keyword) throws Refusal {
        MailPath path = MailPath.parse(argument, keyword);
        if (path.loose()) {
            talk.record().deviation(Deviation.Kind.SYNTAX, talk.input().buffered(),
                    "Spaces stand where none belong in MAIL or RCPT.");
        }
        return path;
    }

    private void checkParameters(MailPath path) throws Refusal {
        if (!talk.record().extended() && !path.parameters().isEmpty()) {
            throw new Refusal(555, "5.5.4", "Parameters belong to EHLO, and HELO was said");
        }
    }

    private static void checkAddress(String address, String enhanced, boolean utf8) throws Refusal {
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            throw new Refusal(553, enhanced, "An address is written local@domain");
        }
        if (!utf8 && address.chars().anyMatch(c -> c > 0x7F)) {
            throw new Refusal(553, "5.6.7", "An address that is not ASCII needs SMTPUTF8 on MAIL");
        }
    }
}
