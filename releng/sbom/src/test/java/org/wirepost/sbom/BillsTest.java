// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bills of archives that hold next to nothing. */
class BillsTest {

    @TempDir
    Path folder;
    private Path bundles;

    @BeforeEach
    void build() throws IOException {
        bundles = Files.createDirectory(folder.resolve("bundles"));
        jar("org.wirepost.launcher-0.1.0.jar", "launcher");
        jar("felix.jar", "framework");
        jar("gson-2.15.0.jar", "gson");
        Files.copy(folder.resolve("gson-2.15.0.jar"), bundles.resolve("gson.jar"));
        Files.writeString(folder.resolve("list"), """

                The following files have been resolved:
                   org.wirepost:org.wirepost.launcher:jar:0.1.0:compile:%1$s/org.wirepost.launcher-0.1.0.jar
                   org.apache.felix:org.apache.felix.framework:jar:7.0.5:compile:%1$s/felix.jar -- module felix (auto)
                   com.google.code.gson:gson:jar:2.15.0:runtime:%1$s/gson-2.15.0.jar
                """.formatted(folder));
        Files.writeString(folder.resolve("licences"), """
                It comes with these parts of others:

                    other                           Before any heading

                Under the Apache License 2.0:

                    org.apache.felix.framework      The framework
                    gson                            Gson
                """);
    }

    private void jar(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private Path write(String name) throws Exception {
        var file = folder.resolve("made").resolve(name);
        Bills.main("0.1.0", folder.resolve("list").toString(), file.toString(), bundles.toString(),
                folder.resolve("licences").toString());
        return file;
    }

    @Test
    void namesEachPartWithVersionLicenceDigestAndPlace() throws Exception {
        var file = write("thing-0.1.0.cdx.json");

        var bom = new JsonParser().parse(file.toFile());
        assertThat(bom.getMetadata().getComponent().getName()).isEqualTo("thing");
        assertThat(bom.getComponents()).extracting(part -> part.getEvidence().getOccurrences().get(0).getLocation())
                .containsExactly("bundles/gson.jar", "lib/felix.jar", "lib/org.wirepost.launcher-0.1.0.jar");
        assertThat(bom.getComponents()).extracting(part -> part.getLicenses().getLicenses().get(0).getId())
                .containsExactly("Apache-2.0", "Apache-2.0", "EPL-2.0");
        var gson = bom.getComponents().get(0);
        assertThat(gson.getPurl()).isEqualTo("pkg:maven/com.google.code.gson/gson@2.15.0");
        assertThat(gson.getHashes()).singleElement().extracting("value")
                .isEqualTo(Part.digest(folder.resolve("gson-2.15.0.jar")));
    }

    @Test
    void isWhatTheSchemaAsksFor() throws Exception {
        assertThat(new JsonParser().validate(write("thing-0.1.0.cdx.json").toFile(), Version.VERSION_16)).isEmpty();
    }

    @Test
    void holdsNoTimeAndNoNumberByChance() throws Exception {
        assertThat(write("one/thing.cdx.json")).hasSameBinaryContentAs(write("other/thing.cdx.json")).content()
                .doesNotContain("timestamp", "serialNumber");
    }

    @Test
    void refusesAJarThatMavenDoesNotKnow() throws IOException {
        Files.writeString(bundles.resolve("gson.jar"), "changed");

        assertThatThrownBy(() -> write("thing.cdx.json")).isInstanceOf(IOException.class)
                .hasMessageContaining("gson.jar is none of the jars that Maven has found");
    }

    @Test
    void refusesAPartWhoseLicenceIsNotNamed() throws IOException {
        jar("other.jar", "other");
        Files.copy(folder.resolve("other.jar"), bundles.resolve("other.jar"));
        Files.writeString(folder.resolve("list"), Files.readString(folder.resolve("list"))
                + "   org.example:other:jar:1.0:compile:" + folder.resolve("other.jar"));

        assertThatThrownBy(() -> write("thing.cdx.json")).isInstanceOf(IOException.class)
                .hasMessage("The text about licences does not name other.");
    }
}
