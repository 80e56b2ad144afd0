// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/** Sends small messages over one connection, several times in a row: {@code PORT CA|- MESSAGES ROUNDS SECONDS}. */
public final class AngusBatch {

    private AngusBatch() {
    }

    /** Sends. */
    public static void main(String[] args) throws Exception {
        int messages = Integer.parseInt(args[2]);
        Session session = AngusClient.session(args[0], args[1]);
        Rounds.run(Integer.parseInt(args[3]), Integer.parseInt(args[4]), () -> send(session, messages));
    }

    private static void send(Session session, int messages) throws MessagingException {
        try (Transport transport = session.getTransport()) {
            transport.connect();
            for (int i = 0; i < messages; i++) {
                MimeMessage message = AngusClient.letter(session, i);
                message.setText(Letters.text(i));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
            }
        }
    }
}
