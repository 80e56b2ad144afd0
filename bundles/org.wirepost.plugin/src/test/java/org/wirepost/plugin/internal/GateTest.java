// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.Permissions;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TestJar;
import org.wirepost.plugin.TrustList;

class GateTest {

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private Path dropins;
    private Path watched;
    private TrustList list;
    private PluginInspector inspector;
    private Gate gate;

    @BeforeEach
    void make() throws IOException {
        dropins = folder.resolve("dropins");
        watched = folder.resolve("watched");
        list = new TrustList(folder.resolve("config"));
        inspector = new PluginInspector(watched, Set.of("taken"));
        gate = new Gate(dropins, watched, list, inspector, said::add);
    }

    private Path drop(String name, String version) throws IOException {
        Ownership.makePrivate(dropins);
        Path file = TestJar.named(name).header("Bundle-Version", version).write(dropins.resolve(name + ".jar"));
        file.toFile().setWritable(false, false);
        file.toFile().setWritable(true, true);
        return file;
    }

    private String trust(Path file) throws IOException {
        try (InspectedPlugin plugin = inspector.inspect(file)) {
            list.trust(plugin);
            return plugin.digest();
        }
    }

    @Test
    void aMissingFolderIsAsGoodAsAnEmptyOne() throws Exception {
        gate.look();
        assertThat(said).isEmpty();
        assertThat(watched).isEmptyDirectory();
    }

    @Test
    void whatIsTrustedPassesAndLeavesAgain() throws Exception {
        Path file = drop("a", "1");
        trust(file);
        gate.look();
        assertThat(watched.resolve("a.jar")).hasSameBinaryContentAs(file);
        assertThat(watched).as("nothing else stays").isDirectoryNotContaining("glob:**.part");
        Files.delete(file);
        gate.look();
        assertThat(watched).isEmptyDirectory();
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsNotTrustedIsNamedOnceWithTheWayOut() throws Exception {
        Path file = drop("a", "1");
        gate.look();
        gate.look();
        gate.look();
        assertThat(watched).isEmptyDirectory();
        assertThat(said).singleElement().asString().contains(file.toString()).contains("SHA-256 ")
                .contains("wirepost plugin trust '" + file + "'");
        trust(file);
        gate.look();
        assertThat(watched.resolve("a.jar")).as("needs no restart").exists();
    }

    @Test
    void aChangedFileIsStoppedAndBothDigestsAreNamed() throws Exception {
        String digest = trust(drop("a", "1"));
        gate.look();
        Path changed = drop("a", "1.1");
        gate.look();
        gate.look();
        assertThat(watched).isEmptyDirectory();
        String other;
        try (InspectedPlugin plugin = inspector.inspect(changed)) {
            other = plugin.digest();
        }
        assertThat(said).singleElement().asString().contains("has changed").contains(digest).contains(other);
    }

    @Test
    void aFileThatIsStillGrowingIsNotComplainedAbout() throws Exception {
        gate.look();
        Path file = drop("a", "1");
        byte[] whole = Files.readAllBytes(file);
        trust(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 100));
        gate.look();
        Files.write(file, whole);
        gate.look();
        assertThat(said).isEmpty();
        assertThat(watched.resolve("a.jar")).hasBinaryContent(whole);
    }

    @Test
    void aConsentThatIsTakenBackStopsThePlugIn() throws Exception {
        trust(drop("a", "1"));
        trust(drop("b", "1"));
        gate.look();
        list.untrust("a");
        gate.look();
        gate.look();
        assertThat(watched).isDirectoryContaining("glob:**/b.jar").isDirectoryNotContaining("glob:**/a.jar");
        assertThat(said).hasSize(1);
    }

    @Test
    void whatOthersCanWriteDoesNotPassEvenIfItIsTrusted() throws Exception {
        Path file = drop("a", "1");
        trust(file);
        Permissions.set(file, "rw-rw-r--");
        gate.look();
        assertThat(said).singleElement().asString().contains("chmod go-w");
        Permissions.set(file, "rw-r--r--");
        Permissions.set(dropins, "rwxrwxrwx");
        trust(file);
        gate = new Gate(dropins, watched, list, inspector, said::add);
        gate.look();
        assertThat(said).hasSize(2);
        assertThat(watched).isEmptyDirectory();
    }

    @Test
    void rulesAreStrongerThanTrust() throws Exception {
        Path file = drop("taken", "1");
        trustAnyway(file);
        gate.look();
        assertThat(watched).isEmptyDirectory();
        assertThat(said).singleElement().asString().contains("part of Wirepost");
    }

    private void trustAnyway(Path file) throws IOException {
        try (InspectedPlugin plugin = new PluginInspector(folder.resolve("other"), Set.of()).inspect(file)) {
            list.trust(plugin);
        }
    }

    @Test
    void aDamagedListTrustsNobodyAndIsNamed() throws Exception {
        trust(drop("a", "1"));
        Files.writeString(list.path(), "nonsense\n");
        gate.look();
        assertThat(watched).isEmptyDirectory();
        assertThat(said).singleElement().asString().contains("Line 1 of " + list.path());
    }

    @Test
    void oneThatCannotBeReadDoesNotKeepOthersOut() throws Exception {
        Path good = drop("b", "1");
        Files.writeString(dropins.resolve("a.jar"), "no jar");
        Files.createDirectory(dropins.resolve("c.jar"));
        Permissions.set(dropins.resolve("a.jar"), "rw-------");
        Permissions.set(dropins.resolve("c.jar"), "rwx------");
        trust(good);
        gate.look();
        assertThat(watched.resolve("b.jar")).exists();
        assertThat(said).hasSize(2);
    }
}
