// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> KNOWN = List.of("--subject", "--server", "--seed", "--to", "--text");

    @Test
    void findsAWordWithATypingMistake() {
        assertThat(Nearest.to("--subjet", KNOWN)).contains("--subject");
        assertThat(Nearest.to("--sevrer", KNOWN)).contains("--server");
        assertThat(Nearest.to("--SUBJECT", KNOWN)).contains("--subject");
    }

    @Test
    void findsTheOnlyWordThatBeginsSo() {
        assertThat(Nearest.to("--sub", KNOWN)).contains("--subject");
        assertThat(Nearest.to("--se", KNOWN)).isEmpty();
    }

    @Test
    void findsNothingWhereNothingIsSimilar() {
        assertThat(Nearest.to("--completely-different", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), KNOWN)).isEmpty();
    }
}
