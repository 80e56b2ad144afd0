// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownTest {

    private static final String EVIL = "a\u001b[2Jb\u202Ec\u200Bd\u009be\u0007";

    @Test
    void leavesOurOwnWordsAlone() {
        String words = "Gr\u00FC\u00DFe \u2022 250 2.0.0 ok: \u201equeued\u201c\n\t\u2192 b\u00FCcher.example";

        assertThat(Shown.text(words)).isEqualTo(words);
        assertThat(Shown.text("a\n")).isEqualTo("a\n");
        assertThat(Shown.text("")).isEmpty();
        assertThat(Shown.line("Stra\u00DFe.jpg")).isEqualTo("Stra\u00DFe.jpg");
    }

    @Test
    void showsWhatSteersAsAnEscape() {
        String inert = "a\\x1b[2Jb\\u202ec\\u200bd\\x9be\\x07";

        assertThat(Shown.line(EVIL + "\n")).isEqualTo(inert + "\\x0a");
        assertThat(Shown.text(EVIL + "\nb\tc\u2066")).isEqualTo(inert + "\nb\tc\\u2066");
        assertThat(Shown.label(EVIL + " & <b>")).isEqualTo(inert + " && <b>");
        assertThat(Shown.link(EVIL + "<a href=\"x\">&</a>")).doesNotContain("<", ">").contains("&&");
    }

    @Test
    void noCharacterActsInAnyOfThem() {
        IntStream.rangeClosed(0, 0xFFFF).filter(c -> !Character.isSurrogate((char) c)).forEach(c -> {
            String shown = Shown.label("x" + (char) c + "y") + Shown.line("x" + (char) c + "y")
                    + Shown.text("\u00e4" + (char) c);
            assertThat(shown.chars().filter(each -> each != '\n' && each != '\t').noneMatch(each ->
                    Character.isISOControl(each) || Character.getType(each) == Character.FORMAT
                    || each == 0x2028 || each == 0x2029)).as("U+%04X", c).isTrue();
        });
    }

    @Test
    void cutsWhatNobodyCouldRead() {
        assertThat(Shown.line("x".repeat(1 << 20))).hasSizeLessThan(2100).contains("more characters");
        assertThat(Shown.text("x".repeat(1 << 20))).hasSizeLessThan(2100);
        assertThat(Shown.text("x\n".repeat(1 << 20))).hasSizeLessThan(400_100);
    }
}
