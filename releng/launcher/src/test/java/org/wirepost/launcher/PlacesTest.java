// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void followsTheXdgDefaultsOnLinux() {
        assertThat(Places.of(Map.of(), "Linux", HOME)).isEqualTo(new Places(
                HOME.resolve(".config/wirepost"), HOME.resolve(".local/share/wirepost"), HOME.resolve(".cache/wirepost")));
    }

    @Test
    void followsTheXdgVariablesAndIgnoresRelativeOnes() {
        var variables = Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "d", "XDG_CACHE_HOME", "/e");
        assertThat(Places.of(variables, "Linux", HOME)).isEqualTo(new Places(
                Path.of("/c/wirepost"), HOME.resolve(".local/share/wirepost"), Path.of("/e/wirepost")));
    }

    @Test
    void putsEverythingBelowWirepostHome() {
        var variables = Map.of("XDG_CONFIG_HOME", "/c", "WIREPOST_HOME", "/w");
        for (var system : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertThat(Places.of(variables, system, HOME)).isEqualTo(new Places(
                    Path.of("/w/config"), Path.of("/w/data"), Path.of("/w/cache")));
        }
    }

    @Test
    void usesTheLibraryFolderOnMacOs() {
        assertThat(Places.of(Map.of(), "Mac OS X", HOME)).isEqualTo(new Places(
                HOME.resolve("Library/Application Support/wirepost/config"),
                HOME.resolve("Library/Application Support/wirepost/data"), HOME.resolve("Library/Caches/wirepost")));
    }

    @Test
    void keepsTheCacheOnThisMachineOnWindows() {
        var variables = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        assertThat(Places.of(variables, "Windows 11", HOME)).isEqualTo(new Places(
                Path.of("/roaming/wirepost"), Path.of("/local/wirepost/data"), Path.of("/local/wirepost/cache")));
    }
}
