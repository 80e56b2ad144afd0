// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateReaderTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void readsAllThereIsToKnowWithoutStartingAnything() throws Exception {
        Path file = Jars.bundle("org.example.guest;singleton:=true").header("Bundle-Name", "%name")
                .header("Bundle-Vendor", "Example Ltd").header("Bundle-Description", "Handles guests")
                .header("Import-Package", "a;version=\"[1,2)\",b;resolution:=optional,c")
                .header("Export-Package", "c;version=1.0").handler("text/x-guest")
                .file("OSGI-INF/l10n/bundle.properties", "name = The guest").write(folder.resolve("guest.jar"));
        Candidate guest = CandidateReader.read(file);
        assertThat(guest.symbolicName()).isEqualTo("org.example.guest");
        assertThat(guest.name()).isEqualTo("The guest");
        assertThat(guest.version()).isEqualTo("1.2.3");
        assertThat(guest.publisher()).isEqualTo("Example Ltd");
        assertThat(guest.octets()).isEqualTo(Files.size(file));
        assertThat(guest.digest()).isEqualTo(HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
        assertThat(guest.needs()).extracting(Need::name).containsExactly("a", "b");
        assertThat(guest.needs()).extracting(Need::optional).containsExactly(false, true);
        assertThat(guest.offers()).anyMatch(offer -> offer.contains("text/x-guest"));
        assertThat(guest.signature().state()).isEqualTo(Signature.State.NONE);
    }

    @Test
    void refusesWhatIsNoBundleWithASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
        assertThatThrownBy(() -> CandidateReader.read(text)).isInstanceOf(IOException.class)
                .hasMessageContaining("is not a JAR file");
        Path plain = Jars.plain().write(folder.resolve("plain.jar"));
        assertThatThrownBy(() -> CandidateReader.read(plain)).hasMessageContaining("no OSGi bundle");
        Path sly = Jars.bundle("../../sly").write(folder.resolve("sly.jar"));
        assertThatThrownBy(() -> CandidateReader.read(sly)).hasMessageContaining("symbolic name");
        assertThatThrownBy(() -> CandidateReader.read(folder.resolve("gone.jar")))
                .hasMessageContaining("not there any more");
        Path odd = Jars.bundle("odd").header("Import-Package", "a;version=\"[x,y)\"").write(folder.resolve("odd.jar"));
        assertThat(CandidateReader.read(odd).needs()).hasSize(1);
    }

    @Test
    void doesNotFollowOutsideEntitiesOfAComponent() throws Exception {
        Path file = Jars.bundle("sly").header("Service-Component", "OSGI-INF/*.xml").file("OSGI-INF/a.xml",
                "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<c><property name=\"attach.types\">&e;</property>"
                        + "</c>").write(folder.resolve("sly.jar"));
        assertThat(CandidateReader.read(file).offers()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void tellsAWholeSignatureFromABrokenOne() throws Exception {
        Path plain = Jars.bundle("signed").file("a.txt", "first").file("b.txt", "second")
                .write(folder.resolve("plain.jar"));
        Path signed = folder.resolve("signed.jar");
        sign(plain, signed);
        Signature whole = CandidateReader.read(signed).signature();
        assertThat(whole.state()).isEqualTo(Signature.State.WHOLE);
        assertThat(whole.detail()).isEqualTo("Test Signer");
        assertThat(CandidateReader.read(change(signed, "a.txt", "forged")).signature().state())
                .isEqualTo(Signature.State.BROKEN);
        assertThat(CandidateReader.read(change(signed, "c.txt", "added")).signature().state())
                .isEqualTo(Signature.State.PARTLY);
    }

    private void sign(Path from, Path to) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                .toString(),
                "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=Test Signer, O=Example", "-keystore",
                keys.toString(), "-storepass", new String(PASSWORD), "-validity", "2")).redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes())).isZero();
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD);
        var entry = (KeyStore.PrivateKeyEntry) store.getEntry("test", new KeyStore.PasswordProtection(PASSWORD));
        try (ZipFile in = new ZipFile(from.toFile()); var out = Files.newOutputStream(to)) {
            new JarSigner.Builder(entry).build().sign(in, out);
        }
    }

    /** Copies an archive with one file changed or added. */
    private Path change(Path from, String name, String content) throws IOException {
        Path to = folder.resolve(name + ".jar");
        try (ZipFile in = new ZipFile(from.toFile());
                var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(to))) {
            for (var entry : in.stream().filter(one -> !one.getName().equals(name)).toList()) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
                try (InputStream octets = in.getInputStream(entry)) {
                    octets.transferTo(out);
                }
            }
            out.putNextEntry(new java.util.zip.ZipEntry(name));
            out.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return to;
    }
}
