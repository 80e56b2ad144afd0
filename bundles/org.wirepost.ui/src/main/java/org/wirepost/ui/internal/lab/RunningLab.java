// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
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
 * @param account the account that leads to it: it trusts the server's own authority and nothing else
 * @param authority the file with the certificate of that authority
 * @param password what the account signs in with; made for this run
 */
record RunningLab(LabServer server, Account account, Path authority, String password) {

    /** The environment variable that the account reads its password from. */
    static final String VARIABLE = "WIREPOST_DESKTOP_LAB";

    /** Messages that can be looked at; the oldest go first. */
    private static final int KEPT = 500;
    private static final String USER = "student";
    private static final String ADDRESS = "student@lab.example";
    private static final int PASSWORD_OCTETS = 12;

    static RunningLab start(Path cache, LabListener listener) throws IOException {
        String password = newPassword();
        LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account(USER, password)
                .mechanisms(LabMechanism.PLAIN, LabMechanism.LOGIN).authRequired().listener(listener)
                .limits(limits -> limits.withKeptMessages(KEPT)).build());
        try {
            Path authority = cache.resolve("lab").resolve("ca-" + server.port() + ".pem");
            Files.createDirectories(authority.getParent());
            server.certificate().writeCa(authority);
            return new RunningLab(server, account(server.port(), authority), authority, password);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static Account account(int port, Path authority) {
        Identity identity = new Identity(ADDRESS, Optional.of(Messages.student), Optional.empty(), Optional.empty());
        return Account.of(LabDesk.ACCOUNT, identity,
                Server.of("localhost", port, TlsMode.REQUIRED).withCaFile(authority),
                Optional.of(Login.password(USER, new SecretSource.Environment(VARIABLE))));
    }

    private static String newPassword() {
        byte[] octets = new byte[PASSWORD_OCTETS];
        new SecureRandom().nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    void stop() {
        server.close();
        try {
            Files.deleteIfExists(authority);
        } catch (IOException e) {
            // The cache may keep it: it names an authority that signs nothing any more.
            System.getLogger(RunningLab.class.getName()).log(System.Logger.Level.DEBUG, "Left behind", e);
        }
    }

    /** The account without the password. */
    @Override
    public String toString() {
        return "RunningLab[" + server + "]";
    }
}
