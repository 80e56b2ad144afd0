// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void followsTheXdgDefaultsOnLinux() throws AccountException {
        Places places = Places.of(Map.of("HOME", "/home/ann"), "Linux", "/ignored");

        assertThat(places).isEqualTo(new Places(Path.of("/home/ann/.config/wirepost"),
                Path.of("/home/ann/.local/share/wirepost"), Path.of("/home/ann/.cache/wirepost")));
        assertThat(places.accountsFile()).isEqualTo(Path.of("/home/ann/.config/wirepost/accounts.json"));
        assertThat(places.secretsFile()).isEqualTo(Path.of("/home/ann/.local/share/wirepost/secrets.store"));
        assertThat(places.dropins()).isEqualTo(Path.of("/home/ann/.local/share/wirepost/dropins"));
    }

    @Test
    void followsTheXdgVariablesAndIgnoresRelativeAndEmptyOnes() throws AccountException {
        Places places = Places.of(Map.of("HOME", "/home/ann", "XDG_CONFIG_HOME", "/etc/ann", "XDG_DATA_HOME", "data",
                "XDG_CACHE_HOME", ""), "Linux", "");

        assertThat(places).isEqualTo(new Places(Path.of("/etc/ann/wirepost"),
                Path.of("/home/ann/.local/share/wirepost"), Path.of("/home/ann/.cache/wirepost")));
    }

    @Test
    void putsEverythingUnderWirepostHome() throws AccountException {
        Places places = Places.of(Map.of("WIREPOST_HOME", "/srv/wp", "XDG_CONFIG_HOME", "/etc/ann"), "Windows 11", "");

        assertThat(places).isEqualTo(new Places(Path.of("/srv/wp/config"), Path.of("/srv/wp/data"),
                Path.of("/srv/wp/cache")));
    }

    @Test
    void makesARelativeWirepostHomeAbsolute() throws AccountException {
        assertThat(Places.of(Map.of("WIREPOST_HOME", "here/../wp"), "Linux", "").config())
                .isEqualTo(Path.of("wp/config").toAbsolutePath());
    }

    @Test
    void usesTheLibraryFolderOnMacOs() throws AccountException {
        assertThat(Places.of(Map.of("HOME", "/Users/ann"), "Mac OS X", "")).isEqualTo(new Places(
                Path.of("/Users/ann/Library/Application Support/wirepost"),
                Path.of("/Users/ann/Library/Application Support/wirepost"),
                Path.of("/Users/ann/Library/Caches/wirepost")));
    }

    @Test
    void usesTheApplicationFoldersOnWindows() throws AccountException {
        assertThat(Places.of(Map.of("APPDATA", "/c/roam", "LOCALAPPDATA", "/c/local"), "Windows 11", "/c/ann"))
                .isEqualTo(new Places(Path.of("/c/roam/wirepost"), Path.of("/c/local/wirepost"),
                        Path.of("/c/local/wirepost/cache")));
        assertThat(Places.of(Map.of(), "Windows 10", "/c/ann").config())
                .isEqualTo(Path.of("/c/ann/AppData/Roaming/wirepost"));
    }

    @Test
    void takesTheHomeFolderOfJavaWithoutAHomeVariable() throws AccountException {
        assertThat(Places.of(Map.of(), "Linux", "/home/bo").config()).isEqualTo(Path.of("/home/bo/.config/wirepost"));
    }

    @Test
    void asksForWirepostHomeWhereThereIsNoHomeFolder() {
        assertThatThrownBy(() -> Places.of(Map.of(), "Linux", "?")).isInstanceOf(AccountException.class)
                .hasMessageContaining("WIREPOST_HOME");
    }
}
