// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Date;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What the programs that send with Angus Mail share; its API as its own examples use it. */
final class AngusClient {

    private AngusClient() {
    }

    /**
     * Makes a session.
     *
     * @param port of the server on loopback
     * @param ca the file with the certificate to trust, or {@code -} for no TLS
     */
    static Session session(String port, String ca) throws IOException, GeneralSecurityException {
        Properties settings = new Properties();
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", port);
        settings.put("mail.smtp.localhost", "localhost");
        if (!ca.equals("-")) {
            settings.put("mail.smtp.starttls.required", "true");
            settings.put("mail.smtp.ssl.socketFactory", trusting(Path.of(ca)).getSocketFactory());
        }
        return Session.getInstance(settings);
    }

    private static SSLContext trusting(Path ca) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(ca)) {
            store.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A message made from scratch, without content. */
    static MimeMessage letter(Session session, int number) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(Letters.FROM));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(Letters.TO));
        message.setSubject(Letters.subject(number));
        message.setSentDate(new Date());
        return message;
    }
}
