// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What users unpack. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs the permissions of files")
class ArchiveTest {

    @TempDir
    static Path folder;
    private static Path unpacked;

    @BeforeAll
    static void unpack() throws Exception {
        unpacked = Distribution.unpack(folder);
    }

    @Test
    void bothArchivesHoldTheSameFilesWithTheSamePermissions() throws Exception {
        try (var zip = FileSystems.newFileSystem(Distribution.archive(".zip"),
                Map.of("enablePosixFileAttributes", true))) {
            var top = zip.getPath("/", unpacked.getFileName().toString());
            assertThat(files(top)).isEqualTo(files(unpacked));
            for (var name : files(top).keySet()) {
                assertThat(top.resolve(name)).as(name).hasSameBinaryContentAs(unpacked.resolve(name));
            }
        }
    }

    @Test
    void onlyTheStartScriptsAreExecutableAndEveryoneMayReadAll() throws IOException {
        files(unpacked).forEach((name, permissions) -> {
            assertThat(permissions.contains(PosixFilePermission.OTHERS_EXECUTE)).as(name)
                    .isEqualTo(name.startsWith("bin/"));
            assertThat(permissions).as(name).contains(PosixFilePermission.OTHERS_READ)
                    .doesNotContain(PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);
        });
    }

    @Test
    void everyPartOfOthersIsNamedWithItsLicence() throws IOException {
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

    @Test
    void theReadmeNamesTheVersion() {
        assertThat(unpacked.resolve("README.txt")).content().containsPattern("^Wirepost [0-9]+\\.[0-9]+\\.[0-9]+:")
                .doesNotContain("${");
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
