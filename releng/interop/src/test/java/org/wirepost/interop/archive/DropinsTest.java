// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.interop.archive.dropin.NoteHandler;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/** Bundles that a user drops into the folder for them. */
class DropinsTest {

    private static final String COMPONENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="note">
              <property name="attach.types" type="String" value="%s"/>
              <service><provide interface="org.wirepost.mime.attachment.AttachmentHandler"/></service>
              <implementation class="%s"/>
            </scr:component>
            """;

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private User user;

    @BeforeEach
    void arrive() throws IOException {
        user = User.withHome(folder, home);
        Files.createDirectories(home.resolve("data/dropins"));
    }

    /** Packs the handler as its developer would. */
    private void dropHandler() throws IOException {
        Manifest manifest = manifest("com.example.note");
        manifest.getMainAttributes().putValue("Import-Package",
                "org.wirepost.mime;version=\"[1.0,2)\",org.wirepost.mime.attachment;version=\"[1.0,2)\"");
        manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/note.xml");
        String name = NoteHandler.class.getName();
        String path = name.replace('.', '/') + ".class";
        try (JarOutputStream jar = jar("note.jar", manifest);
                InputStream octets = NoteHandler.class.getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry("OSGI-INF/note.xml"));
            jar.write(COMPONENT.formatted(NoteHandler.TYPE, name).getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(path));
            octets.transferTo(jar);
        }
    }

    private static Manifest manifest(String symbolicName) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        main.putValue("Bundle-Version", "1.0.0");
        return manifest;
    }

    private JarOutputStream jar(String name, Manifest manifest) throws IOException {
        OutputStream out = Files.newOutputStream(home.resolve("data/dropins").resolve(name));
        return new JarOutputStream(out, manifest);
    }

    @Test
    void aDroppedInHandlerIsListedAndUsedAndGoneWithItsFile() throws IOException {
        dropHandler();
        Files.writeString(folder.resolve("shopping.note"), "milk, eggs");
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build())) {
            Result doubted = user.run("handlers");
            Result trust = user.run("plugin", "trust", home.resolve("data/dropins/note.jar").toString());
            Result list = user.run("handlers");
            Result send = user.send(server, "--to", "bob@example.org", "--text", "x", "--attach", "shopping.note");
            Files.delete(home.resolve("data/dropins/note.jar"));
            Result after = user.run("handlers", "shopping.note");

            assertThat(doubted.out()).doesNotContain("x-note");
            assertThat(doubted.err()).contains("wirepost plugin trust '");
            assertThat(trust.code()).as(trust.err()).isZero();
            assertThat(list.err()).isEmpty();
            assertThat(list.out()).contains(NoteHandler.TYPE + "  by com.example.note");
            assertThat(send.code()).as(send.err()).isZero();
            assertThat(server.messages().get(0).text()).contains("Content-Type: text/x-note", "MILK, EGGS");
            assertThat(after.out()).doesNotContain("x-note");
        }
    }

    @Test
    void aBundleThatCannotBeUsedIsToldAboutAndTheRestGoesOn() throws IOException {
        Manifest manifest = manifest("com.example.broken");
        manifest.getMainAttributes().putValue("Import-Package", "no.such.package");
        jar("broken.jar", manifest).close();
        user.run("plugin", "trust", home.resolve("data/dropins/broken.jar").toString());

        Result result = user.run("handlers");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("image/jpeg");
        assertThat(result.err()).contains("wirepost: dropins: ", "no.such.package").doesNotContain("\tat ");
    }
}
