// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.PluginSignature;

class CandidateReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsAllThereIsToKnowWithoutStartingAnything() throws Exception {
        Path file = Jars.bundle("org.example.guest;singleton:=true").header("Bundle-Name", "%name")
                .header("Bundle-Vendor", "Example Ltd").header("Bundle-Description", "Handles guests")
                .header("Import-Package", "a;version=\"[1,2)\",b;resolution:=optional,c")
                .header("Export-Package", "c;version=1.0").handler("text/x-guest")
                .file("OSGI-INF/l10n/bundle.properties", "name = The guest").write(folder.resolve("guest.jar"));
        Candidate guest = read(file);
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
        assertThat(guest.signature().state()).isEqualTo(PluginSignature.State.NONE);
    }

    @Test
    void refusesWhatIsNoBundleWithASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class)
                .hasMessageContaining("is no JAR file");
        Path plain = Jars.plain().write(folder.resolve("plain.jar"));
        assertThatThrownBy(() -> read(plain)).hasMessageContaining("no OSGi bundle");
        Path sly = Jars.bundle("../../sly").write(folder.resolve("sly.jar"));
        assertThatThrownBy(() -> read(sly)).hasMessageContaining("symbolic name");
        assertThatThrownBy(() -> read(folder.resolve("gone.jar")))
                .hasMessageContaining("is not there");
        Path odd = Jars.bundle("odd").header("Import-Package", "a;version=\"[x,y)\"").write(folder.resolve("odd.jar"));
        assertThat(read(odd).needs()).hasSize(1);
    }

    @Test
    void doesNotFollowOutsideEntitiesOfAComponent() throws Exception {
        Path file = Jars.bundle("sly").header("Service-Component", "OSGI-INF/*.xml").file("OSGI-INF/a.xml",
                "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                        + "<c><property name=\"attach.types\">&e;</property>"
                        + "</c>").write(folder.resolve("sly.jar"));
        assertThat(read(file).offers()).singleElement().asString().contains("cannot be read");
    }

    private Candidate read(Path file) throws IOException {
        try (Candidate candidate = CandidateReader.read(file,
                new PluginInspector(folder.resolve("store"), Set.of()))) {
            return candidate;
        }
    }
}
