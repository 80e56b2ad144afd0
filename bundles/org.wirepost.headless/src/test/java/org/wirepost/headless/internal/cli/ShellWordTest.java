// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordTest {

    @Test
    void leavesAloneWhatNoShellTouches() {
        assertThat(ShellWord.of("work")).isEqualTo("work");
        assertThat(ShellWord.of("/home/jürgen/ca-2525.pem")).isEqualTo("/home/jürgen/ca-2525.pem");
        assertThat(ShellWord.of("me@example.org")).isEqualTo("me@example.org");
    }

    @Test
    void quotesEverythingElse() {
        assertThat(ShellWord.of("my work")).isEqualTo("\"my work\"");
        assertThat(ShellWord.of("")).isEqualTo("\"\"");
        assertThat(ShellWord.of("a;b&c")).isEqualTo("\"a;b&c\"");
        assertThat(ShellWord.of("$HOME `ls` \"x\" \\"))
                .isEqualTo("\"\\$HOME \\`ls\\` \\\"x\\\" \\\\\"");
    }
}
