// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What users unpack. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs the permissions of files")
class ArchiveTest {

    private static final String LINUX = "desktop-linux-x86_64";
    private static final List<String> DESKTOPS = List.of(LINUX, "desktop-linux-aarch64", "desktop-windows-x86_64",
            "desktop-macos-aarch64");
    static final List<String> PRODUCTS = List.of("headless", LINUX, "desktop-linux-aarch64", "desktop-windows-x86_64",
            "desktop-macos-aarch64");

    @TempDir
    static Path folder;
    private static final Map<String, Path> UNPACKED = new HashMap<>();

    @BeforeAll
    static void unpack() throws Exception {
        for (var product : PRODUCTS) {
            UNPACKED.put(product, Distribution.unpack(product, folder.resolve(product)));
        }
    }

    @Test
    void bothHeadlessArchivesHoldTheSameFilesWithTheSamePermissions() throws Exception {
        var unpacked = UNPACKED.get("headless");
        try (var zip = FileSystems.newFileSystem(Distribution.archive("headless", ".zip"),
                Map.of("enablePosixFileAttributes", true))) {
            var top = zip.getPath("/", unpacked.getFileName().toString());
            assertThat(files(top)).isEqualTo(files(unpacked));
            for (var name : files(top).keySet()) {
                assertThat(top.resolve(name)).as(name).hasSameBinaryContentAs(unpacked.resolve(name));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void onlyTheStartScriptsAreExecutableAndEveryoneMayReadAll(String product) throws Exception {
        if (product.contains("windows")) {
            return;
        }
        files(UNPACKED.get(product)).forEach((name, permissions) -> {
            assertThat(permissions.contains(PosixFilePermission.OTHERS_EXECUTE)).as(name)
                    .isEqualTo(name.startsWith("bin/"));
            assertThat(permissions).as(name).contains(PosixFilePermission.OTHERS_READ)
                    .doesNotContain(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);
        });
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void everyPartOfOthersIsNamedWithItsLicence(String product) throws IOException {
        var unpacked = UNPACKED.get(product);
        var licences = Files.readString(unpacked.resolve("licenses/README.txt"));
        var parts = files(unpacked).keySet().stream().filter(name -> name.endsWith(".jar"))
                .map(name -> name.replaceAll(".*/|-[0-9].*", "")).filter(name -> !name.startsWith("org.wirepost."))
                .toList();
        assertThat(parts).isNotEmpty().allSatisfy(part ->
                assertThat(licences).containsPattern("(?m)^ +" + part.replace(".", "\\.") + " "));
        assertThat(unpacked.resolve("licenses/org.apache.felix.framework/META-INF/LICENSE")).content()
                .contains("Apache License");
        assertThat(unpacked.resolve("LICENSE")).content().startsWith("Eclipse Public License");
    }

    @ParameterizedTest
    @FieldSource("DESKTOPS")
    void everyPartOfEclipseBringsItsNotice(String product) throws IOException {
        var unpacked = UNPACKED.get(product);
        var parts = files(unpacked).keySet().stream().filter(name -> name.startsWith("bundles/org.eclipse."))
                .map(name -> name.replaceAll(".*/|-[0-9].*", "")).toList();
        assertThat(parts).contains("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.swt.svg").allSatisfy(part ->
                assertThat(unpacked.resolve("licenses").resolve(part).resolve("about.html")).isNotEmptyFile());
        assertThat(unpacked.resolve("licenses/jsvg/META-INF/LICENSE")).content().contains("MIT License");
    }

    @ParameterizedTest
    @FieldSource("DESKTOPS")
    void theWindowToolkitIsThatOfOneSystem(String product) throws IOException {
        var machine = product.replaceAll(".*-", "");
        assertThat(files(UNPACKED.get(product)).keySet()).filteredOn(name -> name.matches(".*swt\\.(?!svg)[a-z].*jar"))
                .singleElement().asString().contains("." + machine + "-");
    }

    @ParameterizedTest
    @FieldSource("DESKTOPS")
    void theDesktopHasAllThatTheCommandLineHas(String product) throws IOException {
        assertThat(jars(UNPACKED.get(product))).containsAll(jars(UNPACKED.get("headless")));
    }

    private static List<String> jars(Path top) throws IOException {
        return files(top).keySet().stream().filter(name -> name.endsWith(".jar")).toList();
    }

    @Test
    void linuxGetsAMenuEntryWithAnIcon() {
        var share = UNPACKED.get(LINUX).resolve("share");
        assertThat(share.resolve("applications/wirepost.desktop")).content().contains("Exec=wirepost desktop %u\n",
                "Icon=wirepost\n", "MimeType=x-scheme-handler/mailto;message/rfc822;\n");
        assertThat(share.resolve("icons/hicolor/scalable/apps/wirepost.svg")).content().contains("<svg ");
        assertThat(UNPACKED.get("desktop-macos-aarch64").resolve("share")).doesNotExist();
    }

    @ParameterizedTest
    @FieldSource("PRODUCTS")
    void theReadmeNamesTheVersion(String product) {
        assertThat(UNPACKED.get(product).resolve("README.txt")).content()
                .containsPattern("^Wirepost [0-9]+\\.[0-9]+\\.[0-9]+:").doesNotContain("${");
    }

    private static Map<String, Set<PosixFilePermission>> files(Path top) throws IOException {
        var found = new TreeMap<String, Set<PosixFilePermission>>();
        try (var files = Files.walk(top)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(top.relativize(file).toString(), Files.getPosixFilePermissions(file));
            }
        }
        return found;
    }
}
