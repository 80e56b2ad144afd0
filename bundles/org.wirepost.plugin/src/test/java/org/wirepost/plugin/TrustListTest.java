// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustListTest {

    @TempDir
    Path folder;

    private TrustList list;
    private PluginInspector inspector;

    @BeforeEach
    void make() throws IOException {
        list = new TrustList(folder.resolve("config"));
        inspector = new PluginInspector(folder.resolve("store"), Set.of());
    }

    private InspectedPlugin plugin(String name, String version) throws IOException {
        return inspector.inspect(TestJar.named(name).header("Bundle-Version", version)
                .write(folder.resolve(name + ".jar")));
    }

    @Test
    void trustsNothingByItself() throws Exception {
        assertThat(list.list()).isEmpty();
        assertThat(list.trusts(plugin("a", "1"))).isFalse();
        assertThat(list.path()).doesNotExist();
    }

    @Test
    void trustsExactlyOneContentOfAName() throws Exception {
        InspectedPlugin one = plugin("a", "1");
        InspectedPlugin two = plugin("a", "2");
        InspectedPlugin other = plugin("b", "1");
        list.trust(one);
        list.trust(other);
        assertThat(list.trusts(one)).isTrue();
        assertThat(list.trusts(two)).isFalse();
        list.trust(two);
        assertThat(list.trusts(one)).as("no way back to an older version").isFalse();
        assertThat(list.trusts(two)).isTrue();
        assertThat(list.trusts(other)).isTrue();
        assertThat(list.list()).extracting(TrustedPlugin::symbolicName).containsExactly("b", "a");
        assertThat(list.find("a")).get().satisfies(entry -> {
            assertThat(entry.digest()).isEqualTo(two.digest());
            assertThat(entry.version()).isEqualTo("2");
            assertThat(entry.since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void aConsentCanBeTakenBackByNameOrDigest() throws Exception {
        InspectedPlugin one = plugin("a", "1");
        InspectedPlugin other = plugin("b", "1");
        list.trust(one);
        list.trust(other);
        assertThat(list.untrust("a")).get().extracting(TrustedPlugin::digest).isEqualTo(one.digest());
        assertThat(list.untrust(other.digest().toUpperCase(java.util.Locale.ROOT))).isPresent();
        assertThat(list.untrust("a")).isEmpty();
        assertThat(list.list()).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadOrWriteTheFile() throws Exception {
        list.trust(plugin("a", "1"));
        Permissions.set(folder, "rwxr-xr-x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(list.path()))).isEqualTo("rw-------");
        assertThat(list.path().getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aListThatOthersCouldWriteIsNotBelieved() throws Exception {
        list.trust(plugin("a", "1"));
        Permissions.set(list.path(), "rw-rw-rw-");
        assertThatThrownBy(list::list).isInstanceOf(PluginRefusal.class).hasMessageContaining("chmod go-w")
                .hasMessageContaining(list.path().toString());
        Permissions.set(list.path(), "rw-------");
        Permissions.set(list.path().getParent(), "rwxrwxrwx");
        assertThatThrownBy(list::list).isInstanceOf(PluginRefusal.class);
    }

    @Test
    void aDamagedListTrustsNothingAndSaysWhere() throws Exception {
        list.trust(plugin("a", "1"));
        String good = Files.readString(list.path());
        for (String bad : new String[] {"abc a 1 2026-01-01T00:00:00Z", "0".repeat(64) + " a 1", "0".repeat(64)
                + " a 1 yesterday", "0".repeat(64) + " a 1 2 2026-01-01T00:00:00Z"}) {
            Files.writeString(list.path(), good + bad + "\n");
            assertThatThrownBy(list::list).hasMessageContaining("Line 3").hasMessageContaining(
                    list.path().toString());
        }
        Files.writeString(list.path(), good + "\n# a remark\n");
        assertThat(list.list()).hasSize(1);
    }

    @Test
    void anEntryCannotBreakOutOfItsLine() {
        for (String name : new String[] {"a b", "a\nb", ""}) {
            assertThatThrownBy(() -> new TrustedPlugin("0".repeat(64), name, "1", Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
