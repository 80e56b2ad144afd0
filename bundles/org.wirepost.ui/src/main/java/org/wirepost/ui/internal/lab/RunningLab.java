// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.smtp.TlsMode;

/**
 * The lab server while it runs.
 *
 * @param server the server
 * @param account the account that leads to it: it trusts the server's key and nothing else
 * @param password what the account signs in with; made for this run
 */
record RunningLab(LabServer server, Account account, String password) {

    /** The environment variable that the account reads its password from. */
    static final String VARIABLE = "WIREPOST_DESKTOP_LAB";

    /** Messages that can be looked at; the oldest go first. */
    private static final int KEPT = 500;
    private static final String USER = "student";
    private static final String ADDRESS = "student@lab.example";
    private static final int PASSWORD_OCTETS = 12;

    static RunningLab start(LabListener listener) throws IOException {
        String password = newPassword();
        LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account(USER, password)
                .mechanisms(LabMechanism.PLAIN, LabMechanism.LOGIN).authRequired().listener(listener)
                .limits(limits -> limits.withKeptMessages(KEPT)).build());
        return new RunningLab(server, account(server), password);
    }

    private static Account account(LabServer server) {
        Identity identity = new Identity(ADDRESS, Optional.of(Messages.student), Optional.empty(), Optional.empty());
        return Account.of(LabDesk.ACCOUNT, identity,
                Server.of("localhost", server.port(), TlsMode.REQUIRED).withPin(pin(server.certificate().leaf())),
                Optional.of(Login.password(USER, new SecretSource.Environment(VARIABLE))));
    }

    /** The hash of its public key (RFC 7469 section 2.4). */
    private static String pin(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
            return "sha256//" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    private static String newPassword() {
        byte[] octets = new byte[PASSWORD_OCTETS];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    void stop() {
        server.close();
    }

    /** The account without the password. */
    @Override
    public String toString() {
        return "RunningLab[" + server + "]";
    }
}
