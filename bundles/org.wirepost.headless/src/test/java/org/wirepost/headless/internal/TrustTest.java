// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.CertificateVariant;
import org.wirepost.lab.LabCertificate;
import org.wirepost.lab.LabClientAuth;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/** Whom {@code wirepost send} trusts and how it proves itself by a certificate, with exit code and words. */
class TrustTest {

    private static final LabCertificate GOOD = LabCertificate.create();
    private static final String OTHER_PIN = "sha256//" + "A".repeat(43) + "=";

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).set("KEY", "key-password");
    }

    private Result send(LabServer server, String... more) {
        List<String> words = new ArrayList<>(List.of("send", "--server", (server.settings().tls() == LabTls.IMPLICIT
                ? "smtps" : "smtp") + "://localhost:" + server.port(), "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi"));
        words.addAll(List.of(more));
        return shell.run(words.toArray(String[]::new));
    }

    private static String pin(LabCertificate certificate) throws Exception {
        return "sha256//" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(certificate.leaf().getPublicKey().getEncoded()));
    }

    @ParameterizedTest
    @EnumSource(CertificateVariant.class)
    void sendsToGoodCertificatesAndEndsBy78AtBadOnes(CertificateVariant variant) throws IOException {
        LabCertificate certificate = LabCertificate.create(variant);
        for (LabTls tls : List.of(LabTls.IMPLICIT, LabTls.STARTTLS)) {
            try (LabServer server = LabServer.start(LabSettings.builder().tls(tls).certificate(certificate).build())) {
                Result result = send(server, "--ca", shell.ca(server));

                assertThat(result.code()).as(result.err()).isEqualTo(variant.isGood() ? 0 : 78);
                assertThat(server.messageCount()).isEqualTo(variant.isGood() ? 1 : 0);
                if (!variant.isGood()) {
                    assertThat(result.out() + result.err()).contains("The certificate of localhost is not accepted: ")
                            .doesNotContain("Exception");
                }
            }
        }
    }

    @Test
    void aPinDecidesAloneAndSeveralMayBeGiven() throws Exception {
        LabCertificate stranger = LabCertificate.create(CertificateVariant.EXPIRED);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).certificate(stranger)
                .build())) {
            assertThat(send(server, "--pin", pin(stranger)).code()).isZero();
            assertThat(send(server, "--pin", OTHER_PIN, "--pin", pin(stranger)).code()).isZero();
            Result wrong = send(server, "--pin", OTHER_PIN, "--ca", shell.ca(server));

            assertThat(wrong.code()).isEqualTo(78);
            assertThat(wrong.out() + wrong.err()).contains("its public key is " + pin(stranger) + ", but " + OTHER_PIN
                    + " is pinned");
            assertThat(send(server, "--pin", pin(stranger), "-v").err()).contains("The certificate expired on ");
        }
    }

    @ParameterizedTest
    @CsvSource({"abc", "sha1//AAAA", "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "sha256//AAAA", "''",
        "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%=",
        "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=;"})
    void aMalformedPinIsAUsageErrorOfOneSentence(String pin) {
        Result result = shell.run("send", "--server", "smtp://localhost:1", "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi", "--pin", pin);

        assertThat(result.code()).as(result.err()).isEqualTo(64);
        assertThat(result.err()).contains("A pin is \"sha256//\" and the 44 characters");
    }

    @Test
    void showsAClientCertificateAndLogsInByIt() throws Exception {
        Path file = key("ann", CertificateVariant.GOOD);
        for (LabTls tls : List.of(LabTls.IMPLICIT, LabTls.STARTTLS)) {
            try (LabServer server = demanding(tls, LabMechanism.EXTERNAL, LabMechanism.PLAIN)) {
                assertThat(send(server, "--ca", shell.ca(server), "--client-cert", file.toString(),
                        "--client-cert-password-env", "KEY", "--auth", "EXTERNAL").code()).isZero();
                assertThat(server.sessions().get(0).user()).contains("ann");
                shell.file("pw", "secret\n");
                assertThat(send(server, "--ca", shell.ca(server), "--client-cert", file.toString(),
                        "--client-cert-password-command", "echo key-password", "--user", "bob", "--password-file",
                        "pw").code()).as("a password beside the certificate").isZero();
                assertThat(server.sessions().get(1).user()).contains("bob");
            }
        }
    }

    @Test
    void saysThatTheServerWantsACertificate() throws Exception {
        LabCertificate foreign = LabCertificate.create();
        Path file = foreign.writeClientKey(folder.resolve("foreign.p12"), "ann", "key-password".toCharArray(),
                CertificateVariant.GOOD);
        for (LabTls tls : List.of(LabTls.IMPLICIT, LabTls.STARTTLS)) {
            try (LabServer server = demanding(tls, LabMechanism.PLAIN)) {
                Result none = send(server, "--ca", shell.ca(server));
                assertThat(none.code()).as(none.err()).isEqualTo(78);
                assertThat(none.out() + none.err()).contains("the server wants a client certificate");
                Result unknown = send(server, "--ca", shell.ca(server), "--client-cert", file.toString(),
                        "--client-cert-password-env", "KEY");
                assertThat(unknown.code()).as(unknown.err()).isEqualTo(78);
                assertThat(server.messageCount()).isZero();
            }
        }
    }

    @Test
    void saysWhatIsWrongWithAClientCertificate() throws Exception {
        Path good = key("ann", CertificateVariant.GOOD);
        Path damaged = folder.resolve("damaged.p12");
        byte[] octets = Files.readAllBytes(good);
        octets[octets.length / 2] ^= 0x41;
        Files.write(damaged, octets);
        Path empty = folder.resolve("empty.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setCertificateEntry("ca", GOOD.ca());
        try (var out = Files.newOutputStream(empty)) {
            keys.store(out, "key-password".toCharArray());
        }
        shell.set("WRONG", "another").file("none.p12", "no key store");
        says(good, "WRONG", "its password is wrong, or it is damaged");
        says(damaged, "KEY", "its password is wrong, or it is damaged");
        says(folder.resolve("none.p12"), "KEY", "it is damaged, or no PKCS #12 file");
        says(folder.resolve("missing.p12"), "KEY", "cannot be read: it does not exist");
        says(empty, "KEY", "holds no key with a certificate");
        says(key("old", CertificateVariant.EXPIRED), "KEY", "expired on 20");
        says(good, "NOT_SET", "The environment variable NOT_SET is not set");
        Result unopened = shell.run("send", "--server", "smtp://localhost:1", "--from", "a@example.org", "--to",
                "b@example.org", "--text", "hi", "--client-cert", good.toString());
        assertThat(unopened.code()).isEqualTo(78);
        assertThat(unopened.err()).contains("its password is wrong (none was given)");
    }

    private void says(Path file, String variable, String words) {
        Result result = shell.run("send", "--server", "smtp://localhost:1", "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi", "--client-cert", file.toString(), "--client-cert-password-env",
                variable);

        assertThat(result.code()).as(result.err()).isEqualTo(78);
        assertThat(result.err()).contains(words).doesNotContain("key-password", "Exception");
    }

    @Test
    void optionsThatDoNotFitAreUsageErrors() {
        for (String[] words : List.of(new String[] {"--client-cert", "a.p12", "--tls", "none"},
                new String[] {"--client-cert-password-env", "KEY"},
                new String[] {"--client-cert", "a.p12", "--auth", "EXTERNAL", "--user", "x", "--password-env",
                    "KEY"})) {
            List<String> all = new ArrayList<>(List.of("send", "--server", "smtp://localhost:1", "--from",
                    "ann@example.org", "--to", "bob@example.org", "--text", "hi"));
            all.addAll(List.of(words));
            Result result = shell.run(all.toArray(String[]::new));
            assertThat(result.code()).as(result.err()).isEqualTo(64);
            assertThat(result.err()).contains("--client-cert");
        }
    }

    @Test
    void anAccountKeepsWhereTheCertificateIsAndNoKey() throws Exception {
        Path file = key("ann", CertificateVariant.GOOD);
        try (LabServer server = demanding(LabTls.STARTTLS, LabMechanism.PLAIN)) {
            assertThat(shell.run("account", "add", "work", "--server", "smtp://localhost:" + server.port(), "--from",
                    "ann@example.org", "--ca", shell.ca(server), "--client-cert", file.toString(),
                    "--client-cert-password-env", "KEY").code()).isZero();
            String accounts = shell.text("home/config/accounts.json");
            assertThat(accounts).contains("clientCertificate", file.toString(), "KEY").doesNotContain("key-password");
            assertThat(shell.run("account", "show", "work").out()).contains("certificate " + file,
                    "opened by the environment variable KEY");
            assertThat(shell.run("send", "--to", "bob@example.org", "--text", "hi").code()).isZero();
            assertThat(shell.run("caps").code()).isZero();
        }
    }

    private Path key(String name, CertificateVariant variant) throws IOException {
        return GOOD.writeClientKey(folder.resolve(name + ".p12"), name, "key-password".toCharArray(), variant);
    }

    private static LabServer demanding(LabTls tls, LabMechanism... mechanisms) throws IOException {
        return LabServer.start(LabSettings.builder().tls(tls).certificate(GOOD).clientAuth(LabClientAuth.NEEDED)
                .account("bob", "secret").mechanisms(mechanisms).build());
    }
}
