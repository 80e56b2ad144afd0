// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Sends to many servers that do not end, in a process of its own with little memory; see {@link EndlessTest}. */
final class EndlessClient {

    private static final Duration BRIEF = Duration.ofSeconds(5);

    private EndlessClient() {
    }

    /**
     * @param arguments the certificate of the authority, then a mode and a port for each server, and the size of the
     *        message for it
     */
    public static void main(String[] arguments) throws Exception {
        X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(arguments[0])));
        for (int i = 1; i < arguments.length; i++) {
            String[] parts = arguments[i].split(",");
            ConnectionSettings to = ConnectionSettings.of("localhost", Integer.parseInt(parts[1]),
                    TlsMode.valueOf(parts[0])).withEhloName("me.example")
                    .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(authority)))
                    .withResolver(host -> List.of(java.net.InetAddress.getByName("127.0.0.1")))
                    .withTimeouts(Timeouts.all(BRIEF));
            long start = System.nanoTime();
            String states = send(to, Integer.parseInt(parts[2]));
            System.out.println(arguments[i] + " " + states + " " + (System.nanoTime() - start));
        }
        System.gc();
        System.out.println("kept " + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    private static String send(ConnectionSettings to, int octets) {
        try (SmtpConnection connection = new SmtpConnection(to, event -> { })) {
            connection.connect();
            TransactionResult result = connection.send(new Submission(
                    Envelope.of("b@example.org", "one@example.org", "two@example.org"),
                    Peer.content("Subject: endless\r\n\r\n" + ("x".repeat(61) + "\r\n").repeat(octets / 63))));
            connection.quit();
            return result.outcomes().get(0).state() + " " + result.outcomes().get(1).state();
        } catch (SmtpException e) {
            return "nothing nothing";
        }
    }
}
