// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.plugin.PluginSignature.State;

class PluginSignatureTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private PluginInspector inspector;
    private Path plain;

    @BeforeEach
    void make() throws IOException {
        inspector = new PluginInspector(folder.resolve("store"), Set.of());
        plain = TestJar.named("signed").file("a.txt", "first").file("b.txt", "second")
                .write(folder.resolve("plain.jar"));
    }

    private PluginSignature signature(Path file) throws IOException {
        try (InspectedPlugin plugin = inspector.inspect(file)) {
            return plugin.signature();
        }
    }

    @Test
    void nobodyHasSignedMostOfThem() throws Exception {
        assertThat(signature(plain).state()).isEqualTo(State.NONE);
    }

    @Test
    void aWholeSignatureNamesItsSignerAndHowLongTheCertificateHolds() throws Exception {
        assertThat(signature(sign("-validity", "2"))).satisfies(signature -> {
            assertThat(signature.state()).isEqualTo(State.WHOLE);
            assertThat(signature.signers()).singleElement().satisfies(signer -> {
                assertThat(signer.subject()).isEqualTo("CN=Test Signer,O=Example");
                assertThat(signer.isSelfSigned()).isTrue();
                assertThat(signer.isExpired()).isFalse();
                assertThat(signer.isEarly()).isFalse();
                assertThat(signer.until()).isAfter(Instant.now().plus(Duration.ofDays(1)));
            });
        });
    }

    @Test
    void aCertificateThatHasEndedOrNotBegunIsTold() throws Exception {
        assertThat(signature(sign("-startdate", "-10d", "-validity", "2")).signers()).singleElement()
                .matches(PluginSignature.Signer::isExpired);
        assertThat(signature(sign("-startdate", "+10d", "-validity", "2")).signers()).singleElement()
                .matches(PluginSignature.Signer::isEarly);
    }

    @Test
    void whatWasChangedAfterwardsIsRefused() throws Exception {
        Path forged = change(sign("-validity", "2"), "a.txt", "forged");
        try (InspectedPlugin plugin = inspector.inspect(forged)) {
            assertThat(plugin.signature().state()).isEqualTo(State.BROKEN);
            assertThatThrownBy(plugin::requireSound).isInstanceOf(PluginRefusal.class)
                    .hasMessageContaining("changed after it was signed").hasMessageContaining("a.txt");
        }
    }

    @Test
    void whatWasAddedAfterwardsIsNamed() throws Exception {
        PluginSignature partly = signature(change(sign("-validity", "2"), "c.txt", "added"));
        assertThat(partly.state()).isEqualTo(State.PARTLY);
        assertThat(partly.detail()).isEqualTo("c.txt");
        assertThat(partly.signers()).isEmpty();
    }

    private Path sign(String... options) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Files.deleteIfExists(keys);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString(), "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=Test Signer, O=Example",
                "-keystore", keys.toString(), "-storepass", new String(PASSWORD)));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes())).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
        var entry = (KeyStore.PrivateKeyEntry) store.getEntry("test", new KeyStore.PasswordProtection(PASSWORD));
        Path signed = folder.resolve("signed.jar");
        try (ZipFile in = new ZipFile(plain.toFile()); var out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(entry).build().sign(in, out);
        }
        return signed;
    }

    /** Copies an archive with one file changed or added. */
    private Path change(Path from, String name, String content) throws IOException {
        Path to = folder.resolve("changed.jar");
        try (ZipFile in = new ZipFile(from.toFile()); var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : in.stream().filter(one -> !one.getName().equals(name)).toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream octets = in.getInputStream(entry)) {
                    octets.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return to;
    }
}
