// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.plugin.PluginRefusal.Reason;

class PluginInspectorTest {

    @TempDir
    Path folder;

    private PluginInspector inspector;

    @BeforeEach
    void make() throws IOException {
        inspector = new PluginInspector(folder.resolve("store"), Set.of("com.google.gson"));
    }

    private Path file(String... headers) throws IOException {
        TestJar jar = TestJar.named("com.example.guest;singleton:=true").file("a.txt", "text");
        for (int i = 0; i < headers.length; i += 2) {
            jar.header(headers[i], headers[i + 1]);
        }
        return jar.write(folder.resolve("guest.jar"));
    }

    private void assertRefused(Path file, Reason reason, String... words) {
        assertThatThrownBy(() -> inspector.inspect(file)).asInstanceOf(type(PluginRefusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
                    for (String word : words) {
                        assertThat(refusal).hasMessageContaining(word);
                        assertThat(refusal.details()).contains(word);
                    }
                    assertThat(refusal).hasMessageContaining(file.toString());
                    assertThat(refusal.details()).first().isEqualTo(file.toString());
                });
        assertThat(folder.resolve("store")).as("no copy stays").isEmptyDirectory();
    }

    @Test
    void whatItSaysHoldsForACopyThatNobodyElseCanChange() throws Exception {
        Path file = file("Import-Package", "org.wirepost.mime.attachment;version=\"[1.0,2)\",org.osgi.framework");
        byte[] before = Files.readAllBytes(file);
        try (InspectedPlugin plugin = inspector.inspect(file)) {
            Files.writeString(file, "changed since");
            assertThat(plugin.symbolicName()).isEqualTo("com.example.guest");
            assertThat(plugin.version()).isEqualTo("1.2.3");
            assertThat(plugin.octets()).isEqualTo(before.length);
            assertThat(plugin.copy()).hasBinaryContent(before);
            assertThat(plugin.digest()).isEqualTo(HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(before)));
            assertThat(plugin.headers()).containsEntry("bundle-symbolicname", "com.example.guest;singleton:=true");
        }
        assertThat(folder.resolve("store")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.smtp", "org.wirepost.whatever", "org.wirepost", "org.apache.felix.scr",
        "system.bundle", "com.google.gson", "org.wirepost.smtp;singleton:=true"})
    void refusesTheNamesOfTheProduct(String name) throws Exception {
        Path file = TestJar.named(name).write(folder.resolve("a.jar"));
        assertRefused(file, Reason.OUR_NAME, name.split(";")[0]);
    }

    @Test
    void theSamplesArePlugInsLikeOthers() throws Exception {
        Path file = TestJar.named("org.wirepost.sample.csv").write(folder.resolve("a.jar"));
        inspector.inspect(file).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.smtp", "org.wirepost.sample.csv", "org.wirepost.ui;bundle-version=\"[0,1)\"",
        "org.apache.felix.scr", "system.bundle", "com.google.gson"})
    void refusesFragmentsOfTheProduct(String host) throws Exception {
        assertRefused(file("Fragment-Host", host), Reason.FRAGMENT, host.split(";")[0]);
    }

    @Test
    void fragmentsOfOtherPlugInsAreFine() throws Exception {
        inspector.inspect(file("Fragment-Host", "com.example.host")).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Fragment-Host | system.bundle; extension:=framework",
        "Fragment-Host | com.example.other;Extension := bootclasspath",
        "ExtensionBundle-Activator | com.example.Guest"})
    void refusesExtensionsOfTheFramework(String header, String value) throws Exception {
        assertRefused(file(header, value), Reason.EXTENSION, header);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Import-Package | a,org.osgi.framework.hooks.weaving;version=\"[1,2)\" | org.osgi.framework.hooks.weaving",
        "Import-Package | a;b;org.osgi.framework.hooks.resolver;x=\"1,2\" | org.osgi.framework.hooks.resolver",
        "Import-Package | org.osgi.framework.hooks.bundle | org.osgi.framework.hooks.bundle",
        "Import-Package | \"org.osgi.framework.hooks.service\" | org.osgi.framework.hooks.service",
        "Import-Package | org.osgi.framework.hooks.service;resolution:=optional | org.osgi.framework.hooks.service",
        "DynamicImport-Package | * | *",
        "DynamicImport-Package | a,org.osgi.* | org.osgi.*",
        "DynamicImport-Package | org.osgi.framework.hooks.* | org.osgi.framework.hooks.*",
        "DynamicImport-Package | org.osgi.framework.hooks.weaving | org.osgi.framework.hooks.weaving",
        "Require-Bundle | system.bundle;visibility:=reexport | system.bundle",
        "Provide-Capability | osgi.service;objectClass=org.osgi.framework.hooks.service.FindHook "
                + "| objectClass=org.osgi.framework.hooks.service.FindHook"})
    void refusesHooksOfTheFramework(String header, String value, String found) throws Exception {
        assertRefused(file(header, value), Reason.HOOK, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.example.*", "org.osgi.service.*", "org.osgi.framework"})
    void otherPackagesMayBeLookedForLater(String pattern) throws Exception {
        inspector.inspect(file("DynamicImport-Package", pattern)).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.wirepost.smtp", "org.wirepost.mime.attachment", "org.osgi.framework", "java.lang"})
    void refusesToOfferPackagesOfTheProduct(String name) throws Exception {
        assertRefused(file("Export-Package", "a;" + name + ";version=9"), Reason.OUR_PACKAGE, name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../sly", "a b", "a/b", "a,b", "\u202Esly", ".."})
    void refusesANameThatIsNone(String name) throws Exception {
        Path file = TestJar.named(name).write(folder.resolve("a.jar"));
        assertRefused(file, Reason.BAD_NAME);
    }

    @Test
    void refusesAVersionWithBlanks() throws Exception {
        assertRefused(file("Bundle-Version", "1 2"), Reason.BAD_MANIFEST);
    }

    @Test
    void refusesWhatIsNoBundle() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive at all, but long enough to look at");
        assertRefused(text, Reason.NO_JAR);
        assertRefused(Files.createFile(folder.resolve("empty.jar")), Reason.NO_JAR);
        assertRefused(new TestJar().write(folder.resolve("plain.jar")), Reason.NO_BUNDLE);
        assertRefused(folder.resolve("gone.jar"), Reason.NO_FILE);
        assertRefused(Files.createDirectory(folder.resolve("folder.jar")), Reason.NO_FILE);
    }

    private Path zip(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static String manifest(String name) {
        return "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: " + name + "\n";
    }

    @Test
    void refusesAManifestThatIsNotFirst() throws Exception {
        inspector.inspect(zip("good.jar", "META-INF/", "", "META-INF/MANIFEST.MF", manifest("a"))).close();
        assertRefused(zip("late.jar", "a.txt", "a", "META-INF/MANIFEST.MF", manifest("a")), Reason.TWO_FACED);
    }

    @Test
    void refusesTwoManifests() throws Exception {
        assertRefused(zip("two.jar", "META-INF/MANIFEST.MF", manifest("a"), "meta-inf/manifest.mf",
                manifest("org.wirepost.smtp")), Reason.TWO_FACED);
    }

    /** File Install reads from the beginning, the framework by the directory at the end. */
    @Test
    void refusesAFileThatIsAnotherFromItsBeginningThanByItsDirectory() throws Exception {
        byte[] hidden = Files.readAllBytes(zip("hidden.jar", "META-INF/MANIFEST.MF", manifest("org.wirepost.smtp")));
        byte[] shown = Files.readAllBytes(zip("shown.jar", "META-INF/MANIFEST.MF", manifest("a")));
        Path both = folder.resolve("both.jar");
        try (OutputStream out = Files.newOutputStream(both)) {
            out.write(hidden);
            out.write(shown);
        }
        assertRefused(both, Reason.TWO_FACED);
    }

    @Test
    void refusesABombForAManifest() throws Exception {
        assertRefused(zip("bomb.jar", "META-INF/MANIFEST.MF", manifest("a") + "X: " + "\n ".repeat(2_000_000)),
                Reason.BAD_MANIFEST);
    }

    @Test
    void survivesAnyDamage() throws Exception {
        byte[] good = Files.readAllBytes(file("Import-Package", "org.osgi.framework"));
        var random = new java.util.Random(4);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j < 3; j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("bad.jar"), bad);
            try (InspectedPlugin plugin = inspector.inspect(file)) {
                plugin.signature();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
        assertThat(folder.resolve("store")).isEmptyDirectory();
    }

    @Test
    void aStoreThatOthersCanWriteToIsNone() throws Exception {
        Path open = Files.createDirectory(folder.resolve("open"));
        Permissions.set(open, "rwxrwx---");
        assertThatThrownBy(() -> new PluginInspector(open, Set.of())).hasMessageContaining("chmod go-w");
    }
}
