// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.Place;

class WindowFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws Exception {
        WindowState state = new WindowState();
        state.bounds = new int[] {1, 2, 300, 400};
        state.maximized = true;
        state.layout = LayoutName.DEBUG;
        state.arrangement().closed.add("org.example.clock");
        state.arrangement().columns = new int[] {1, 2, 3};
        state.arrangement().panes.add(new Arrangement.Entry("a", "7", "{\"x\":\"ü\"}", Place.BOTTOM, true));
        WindowState read = WindowFile.parse(WindowFile.octets(state));
        assertThat(read.bounds).containsExactly(1, 2, 300, 400);
        assertThat(read.maximized).isTrue();
        assertThat(read.layout).isEqualTo(LayoutName.DEBUG);
        assertThat(read.arrangement().columns).containsExactly(1, 2, 3);
        assertThat(read.arrangement().closed).containsExactly("org.example.clock");
        assertThat(read.arrangement().panes).isEqualTo(state.arrangement().panes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"bounds\":7}",
        "{\"bounds\":[],\"maximized\":{},\"layout\":\"x\"}",
        "{\"bounds\":[],\"maximized\":true,\"layout\":\"nowhere\",\"arrangements\":{}}", "\u0000\u0001",
        "{\"layout\":\"debug\",\"arrangements\":{\"debug\":{\"columns\":[0,0,0],\"rows\":[1,1]}}}"})
    void whatCannotBeReadIsAFreshWindow(String text) throws Exception {
        Path file = Files.write(folder.resolve("window.json"), text.getBytes(StandardCharsets.UTF_8));
        assertThat(WindowFile.read(new StoredFile(file)).layout).isEqualTo(LayoutName.COMPOSE);
    }

    @Test
    void theFirstWindowIsFresh() {
        assertThat(WindowFile.read(new StoredFile(folder.resolve("none.json"))).bounds).isEmpty();
    }
}
