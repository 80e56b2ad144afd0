// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.File;
import java.io.IOException;

/** Sends one message: {@code PORT CA|- [FILE]}. */
public final class AngusSend {

    private AngusSend() {
    }

    /** Sends. */
    public static void main(String[] args) throws Exception {
        Rounds.once(() -> send(args));
    }

    private static void send(String[] args) throws Exception {
        Session session = AngusClient.session(args[0], args[1]);
        MimeMessage message = AngusClient.letter(session, 1);
        if (args.length > 2) {
            message.setContent(withFile(new File(args[2])));
        } else {
            message.setText(Letters.SHORT);
        }
        try (Transport transport = session.getTransport()) {
            transport.connect();
            message.saveChanges();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static MimeMultipart withFile(File file) throws MessagingException, IOException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(Letters.SHORT);
        MimeBodyPart attachment = new MimeBodyPart();
        attachment.attachFile(file);
        return new MimeMultipart(text, attachment);
    }
}
