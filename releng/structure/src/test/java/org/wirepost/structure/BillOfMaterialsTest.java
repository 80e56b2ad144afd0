// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;

import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The bill of materials names what is in the archive, all of it and nothing else. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "unpacks by tar")
class BillOfMaterialsTest {

    private static final List<String> PRODUCTS = ArchiveTest.PRODUCTS;

    @TempDir
    static Path folder;

    private static Path unpacked(String product) throws Exception {
        var place = folder.resolve(product);
        if (Files.exists(place)) {
            try (var tops = Files.list(place)) {
                return tops.findFirst().orElseThrow();
            }
        }
        return Distribution.unpack(product, place);
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void namesEveryJarAndNothingElse(String product) throws Exception {
        var top = unpacked(product);
        var jars = new TreeMap<String, String>();
        try (var files = Files.walk(top)) {
            for (var jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                jars.put(top.relativize(jar).toString(), digest(jar));
            }
        }

        var named = new TreeMap<String, String>();
        for (var part : new JsonParser().parse(bill(top).toFile()).getComponents()) {
            assertThat(part.getHashes()).singleElement()
                    .satisfies(hash -> assertThat(hash.getAlgorithm()).isEqualTo("SHA-256"));
            named.put(place(part), part.getHashes().get(0).getValue());
        }
        assertThat(named).hasSizeGreaterThan(15).isEqualTo(jars);
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void saysOfEachPartWhichOneItIs(String product) throws Exception {
        var top = unpacked(product);
        var bom = new JsonParser().parse(bill(top).toFile());
        assertThat(bom.getMetadata().getComponent().getName()).isEqualTo("wirepost-" + product);
        for (var part : bom.getComponents()) {
            assertThat(part.getPurl()).isEqualTo(
                    "pkg:maven/" + part.getGroup() + '/' + part.getName() + '@' + part.getVersion());
            assertThat(part.getLicenses().getLicenses()).as(part.getPurl()).singleElement()
                    .satisfies(licence -> assertThat(licence.getId())
                            .isIn("EPL-2.0", "Apache-2.0", "MIT", "BSD-2-Clause"));
            assertThat(manifestVersion(top.resolve(place(part)))).as(part.getPurl())
                    // Two of ours go by the version of what they stand in for, or by none.
                    .satisfiesAnyOf(version -> assertThat(version).startsWith(part.getVersion()),
                            version -> assertThat(part.getGroup()).isEqualTo("org.wirepost"));
        }
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void isWhatTheSchemaAsksForAndLiesBesideTheArchive(String product) throws Exception {
        var bill = bill(unpacked(product));
        assertThat(new JsonParser().validate(bill.toFile(), Version.VERSION_16)).isEmpty();
        assertThat(bill).content().doesNotContain("timestamp", "serialNumber", Project.FOLDER.toString());
        assertThat(bill).hasSameBinaryContentAs(Distribution.archive(product, ".cdx.json"));
    }

    private static Path bill(Path top) {
        return top.resolve("sbom.cdx.json");
    }

    private static String place(Component part) {
        return part.getEvidence().getOccurrences().get(0).getLocation();
    }

    private static String manifestVersion(Path file) throws IOException {
        try (var jar = new JarFile(file.toFile())) {
            return Objects.requireNonNullElse(
                    jar.getManifest().getMainAttributes().getValue("Bundle-Version"), "");
        }
    }

    private static String digest(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
