// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InertTest {

    @Test
    void leavesOrdinaryTextAlone() {
        String text = "250 2.0.0 Grüße, ¡olé!, привет, 日本語, שלום, 😀, back\\slash";

        assertThat(Inert.of(text)).isSameAs(text);
    }

    @Test
    void showsEveryC0AndC1ControlAndDelAsTwoHexadecimalDigits() {
        IntStream.concat(IntStream.range(0, 0x20), IntStream.rangeClosed(0x7F, 0x9F)).forEach(c ->
                assertThat(Inert.of("a" + (char) c + "b")).isEqualTo(String.format("a\\x%02xb", c)));
    }

    @Test
    void disarmsAnEscapeSequence() {
        assertThat(Inert.of("250 \u001b[2J\u009b31mok\r\n")).isEqualTo("250 \\x1b[2J\\x9b31mok\\x0d\\x0a");
    }

    @Test
    void showsEveryBidiControl() {
        for (int c : new int[] {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
                0x2069}) {
            assertThat(Inert.of("x" + (char) c + "y")).isEqualTo(String.format("x\\u%04xy", c));
        }
    }

    @Test
    void showsInvisibleCharactersAndSeparators() {
        assertThat(Inert.of("a\u200bb\u200db\ufeffc\u00add\u2028e\u2029f\u3164g"))
                .isEqualTo("a\\u200bb\\u200db\\ufeffc\\xadd\\u2028e\\u2029f\\u3164g");
    }

    @Test
    void showsTagCharactersBeyondTheFirstPlane() {
        assertThat(Inert.of("ok" + Character.toString(0xE0041))).isEqualTo("ok\\u{e0041}");
    }

    @Test
    void showsUnpairedSurrogates() {
        assertThat(Inert.of("a\ud800b")).isEqualTo("a\\ud800b");
        assertThat(Inert.of("a\udc00")).isEqualTo("a\\udc00");
        assertThat(Inert.of("\ud83d\ude00\ud83d")).isEqualTo("\ud83d\ude00\\ud83d");
    }

    @Test
    void letsNoCharacterThroughThatCouldAct() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> Inert.of(Character.toString(c)).codePoints().anyMatch(Inert::isUnsafe))).isEmpty();
    }

    @Test
    void countsWhatItLeavesOut() {
        assertThat(Inert.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Inert.of("abcdefgh", 6)).isEqualTo("abcdef … (2 more characters)");
        assertThat(Inert.of("abcde\ud83d\ude00", 6)).isEqualTo("abcde … (2 more characters)");
    }
}
