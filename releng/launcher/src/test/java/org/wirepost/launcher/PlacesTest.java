// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final String HOME = "/home/ada";

    @Test
    void followsTheXdgDefaultsOnLinux() {
        assertThat(Places.of(Map.of(), "Linux", HOME)).contains(
                places(HOME + "/.local/share/wirepost", HOME + "/.cache/wirepost"));
    }

    @Test
    void followsTheXdgVariablesAndIgnoresRelativeOnes() {
        var variables = Map.of("XDG_DATA_HOME", "d", "XDG_CACHE_HOME", "/e");
        assertThat(Places.of(variables, "Linux", HOME)).contains(
                places(HOME + "/.local/share/wirepost", "/e/wirepost"));
    }

    @Test
    void putsEverythingBelowWirepostHome() {
        var variables = Map.of("XDG_DATA_HOME", "/c", "WIREPOST_HOME", "/w");
        for (var system : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertThat(Places.of(variables, system, HOME)).contains(places("/w/data", "/w/cache"));
        }
    }

    @Test
    void usesTheLibraryFolderOnMacOs() {
        assertThat(Places.of(Map.of(), "Mac OS X", HOME)).contains(
                places(HOME + "/Library/Application Support/wirepost", HOME + "/Library/Caches/wirepost"));
    }

    @Test
    void keepsDataAndCacheOnThisMachineOnWindows() {
        var variables = Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local");
        assertThat(Places.of(variables, "Windows 11", HOME)).contains(
                places("/local/wirepost", "/local/wirepost/cache"));
    }

    @Test
    void trustsTheVariableHomeMoreThanTheUserDatabase() {
        assertThat(Places.of(Map.of("HOME", "/h"), "Linux", HOME)).contains(
                places("/h/.local/share/wirepost", "/h/.cache/wirepost"));
    }

    @Test
    void findsNothingForAUserWithoutAHome() {
        assertThat(Places.of(Map.of(), "Linux", "?")).isEmpty();
        assertThat(Places.of(Map.of("HOME", "relative"), "Linux", "")).isEmpty();
    }

    private static Places places(String data, String cache) {
        return new Places(Path.of(data), Path.of(cache));
    }
}
