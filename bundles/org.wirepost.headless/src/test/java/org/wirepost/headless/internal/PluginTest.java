// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;

/** The consent to plug-ins on the command line. */
class PluginTest {

    private static final String DROPPED = "home/data/dropins/guest.jar";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void arrive() {
        shell = new Shell(folder);
    }

    private Path jar(String file, String name, String version, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new JarOutputStream(octets, manifest).close();
        Path path = shell.file(file, octets.toByteArray());
        for (Path one : new Path[] {path, path.getParent()}) {
            one.toFile().setWritable(false, false);
            one.toFile().setWritable(true, true);
        }
        return path;
    }

    private static String digest(Result result) {
        return result.lines().stream().filter(line -> line.startsWith("  sha256     ")).findFirst().orElseThrow()
                .substring(13);
    }

    @Test
    void aPlugInIsListedTrustedAndTrustedNoLonger() throws Exception {
        jar(DROPPED, "com.example.guest", "1.0.0", "Bundle-Vendor", "Guests\u001b[31m Ltd");
        Result before = shell.run("plugin", "list");
        assertThat(before.code()).isZero();
        assertThat(before.lines()).first().asString().contains("com.example.guest 1.0.0", "NOT STARTED: not trusted",
                "guest.jar");

        Result trust = shell.run("plugin", "trust", DROPPED);
        assertThat(trust.code()).as(trust.err()).isZero();
        assertThat(trust.lines()).contains("com.example.guest 1.0.0 is trusted.", "  sha256     " + digest(before),
                "  signature  none; nobody vouches for it");
        assertThat(trust.out()).contains("Guests").doesNotContain("\u001b");
        assertThat(trust.err()).isEmpty();
        assertThat(shell.run("plugin", "list").lines()).first().asString().contains("  trusted  guest.jar");

        Result gone = shell.run("plugin", "untrust", "com.example.guest");
        assertThat(gone.out()).contains("not trusted any more");
        assertThat(shell.run("plugin", "list").out()).contains("not trusted");
        assertThat(shell.run("plugin", "untrust", "com.example.guest")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(64);
            assertThat(result.err()).contains("No plug-in named com.example.guest");
        });
    }

    @Test
    void aChangedFileIsNamedWithBothDigests() throws Exception {
        jar(DROPPED, "com.example.guest", "1.0.0");
        String old = digest(shell.run("plugin", "trust", DROPPED));
        jar(DROPPED, "com.example.guest", "1.0.1");
        Result list = shell.run("plugin", "list");
        assertThat(list.out()).contains("NOT STARTED: has changed", "  trusted    " + old);
        assertThat(digest(list)).isNotEqualTo(old);
        assertThat(shell.run("plugin", "trust", DROPPED).out()).contains("before", old, "no longer trusted");
    }

    @Test
    void aPublishedDigestIsCompared() throws Exception {
        jar(DROPPED, "com.example.guest", "1.0.0");
        String digest = digest(shell.run("plugin", "list"));
        Result wrong = shell.run("plugin", "trust", DROPPED, "--sha256", "0".repeat(64));
        assertThat(wrong.code()).isEqualTo(78);
        assertThat(wrong.err()).contains(digest, "0".repeat(64), "not trusted");
        assertThat(shell.run("plugin", "list").out()).contains("not trusted");
        assertThat(shell.run("plugin", "trust", DROPPED, "--sha256", digest.toUpperCase(java.util.Locale.ROOT)).code())
                .isZero();
    }

    @Test
    void aFileElsewhereCanBeTrustedBeforeItIsDroppedIn() throws Exception {
        jar("download/guest.jar", "com.example.guest", "1.0.0");
        Result trust = shell.run("plugin", "trust", "download/guest.jar");
        assertThat(trust.code()).isZero();
        assertThat(trust.err()).contains("Put it into", "dropins");
        assertThat(shell.run("plugin", "list").out()).contains("trusted, not in dropins");
    }

    @Test
    void whatMustNotBeStartedIsNotTrusted() throws Exception {
        jar("a.jar", "org.wirepost.smtp", "1.0.0");
        jar("b.jar", "com.example.guest", "1.0.0", "Fragment-Host", "org.wirepost.smtp");
        jar("c.jar", "com.example.guest", "1.0.0", "Import-Package", "org.osgi.framework.hooks.weaving");
        shell.file("d.jar", "no jar");
        assertRefused("a.jar", 78, "name of a part of Wirepost");
        assertRefused("b.jar", 78, "fragment of org.wirepost.smtp");
        assertRefused("c.jar", 78, "org.osgi.framework.hooks.weaving");
        assertRefused("d.jar", 66, "no JAR file");
        assertRefused("gone.jar", 66, "not there");
        assertThat(shell.run("plugin", "list").out()).isEmpty();
    }

    private void assertRefused(String file, int code, String words) {
        Result result = shell.run("plugin", "trust", file);
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).contains(words).contains(file).doesNotContain("\tat ");
    }

    @Test
    void aFileThatOthersCanWriteIsNotTrustedAndTheRemedyIsNamed() throws Exception {
        Path file = jar(DROPPED, "com.example.guest", "1.0.0");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.getFileStore(file).supportsFileAttributeView("posix"), "needs POSIX permissions");
        Files.setPosixFilePermissions(file,
                java.nio.file.attribute.PosixFilePermissions.fromString("rw-rw-rw-"));
        assertRefused(DROPPED, 78, "chmod go-w");
        assertThat(shell.run("plugin", "list").out()).contains("NOT STARTED", "chmod go-w");
    }
}
