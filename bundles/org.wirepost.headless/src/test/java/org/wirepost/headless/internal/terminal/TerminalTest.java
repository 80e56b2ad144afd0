// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.headless.internal.Shell;

class TerminalTest {

    private static final Terminal ALL = new Terminal(true, true, true, () -> 80, question -> Optional.empty());

    @Test
    void coloursOnlyATerminalThatTakesThemAndWhoseUserWantsThem() {
        assertThat(ALL.colourOutput(Map.of("TERM", "xterm"))).isTrue();
        assertThat(ALL.colourError(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
        assertThat(ALL.colourOutput(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(ALL.colourOutput(Map.of("TERM", "dumb"))).isFalse();
        assertThat(ALL.colourOutput(Map.of())).isFalse();
        assertThat(Shell.NO_TERMINAL.colourOutput(Map.of("TERM", "xterm"))).isFalse();
    }

    @Test
    void aPipeIsNoTerminal() {
        // Under the build, standard input is not a terminal.
        assertThat(SystemTerminal.find().input()).isFalse();
    }

    @Test
    void outputIsUtf8WhateverTheLocale() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new Output(octets).line("Gr\u00FC\u00DFe");

        assertThat(octets.toString(StandardCharsets.UTF_8)).isEqualTo("Gr\u00FC\u00DFe\n");
    }

    @Test
    void theBarIsTakenOffBeforeAnythingIsPrinted() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Screen screen = new Screen(new Output(octets), new Output(octets), Shell.NO_TERMINAL, Map.of(), true);
        Screen.Pieces pieces = screen.pieces();
        pieces.append("one ").append("two\n");
        assertThat(octets.size()).isZero();
        pieces.flush();
        screen.result("three");

        assertThat(octets.toString(StandardCharsets.UTF_8)).isEqualTo("one two\nthree\n");
        assertThat(screen.showsProgress()).isFalse();
    }
}
