// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher finds the user's folders without the bundles, and the bundles without the launcher: the same ones. */
class PlacesAgreeTest {

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "FreeBSD", "Mac OS X", "Windows 11"})
    void theLauncherAndTheBundlesFindTheSameFolders(String system) throws Exception {
        for (var variables : new Map<?, ?>[] {
            Map.of(),
            Map.of("HOME", "/h"),
            Map.of("HOME", "relative"),
            Map.of("WIREPOST_HOME", "/w/../w"),
            Map.of("WIREPOST_HOME", "relative"),
            Map.of("XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c"),
            Map.of("XDG_DATA_HOME", "d", "XDG_CACHE_HOME", ""),
            Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local")}) {
            @SuppressWarnings("unchecked")
            var environment = (Map<String, String>) variables;
            var launcher = Places.of(environment, system, "/home/ada").orElseThrow();
            var bundles = org.wirepost.account.Places.of(environment, system, "/home/ada");
            assertThat(launcher.data()).as("data of %s on %s", environment, system).isEqualTo(bundles.data());
            assertThat(launcher.cache()).as("cache of %s on %s", environment, system).isEqualTo(bundles.cache());
        }
    }
}
