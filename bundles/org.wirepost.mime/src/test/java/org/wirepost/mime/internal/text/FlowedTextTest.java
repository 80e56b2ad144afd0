// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Dice;

class FlowedTextTest {

    @Test
    void wrapsAParagraphWithABlankBeforeEachBreak() {
        String paragraph = "word ".repeat(30).strip();
        assertThat(FlowedText.of(paragraph + "\n")).isEqualTo("word ".repeat(14) + "\r\n".substring(1)
                + "word ".repeat(14) + "\n" + "word word\n");
    }

    @Test
    void stuffsLinesThatBeginWithABlankAQuoteOrFrom() {
        assertThat(FlowedText.of(" indented\nFrom me\n")).isEqualTo("  indented\n From me\n");
        assertThat(FlowedText.of("a ".repeat(35) + "From here\n")).contains("\n From here\n");
    }

    @Test
    void keepsQuotesAndTheirDepth() {
        assertThat(FlowedText.of("> one\n>>two\n>\nthree")).isEqualTo("> one\n>> two\n>\nthree");
    }

    @Test
    void keepsTheSignatureSeparatorAndNoOtherBlankAtALineEnd() {
        assertThat(FlowedText.of("bye   \n-- \nme\n")).isEqualTo("bye\n-- \nme\n");
    }

    @Test
    void neverWrapsInSuchAWayThatASignatureBegins() {
        String text = "x".repeat(70) + " -- " + "y".repeat(71);
        assertThat(FlowedText.of(text).lines()).doesNotContain("-- ");
        assertThat(unflowed(FlowedText.of(text))).containsExactly(text);
    }

    @Test
    void leavesLongWordsWhole() {
        String url = "https://example.org/" + "x".repeat(200);
        assertThat(FlowedText.of("see " + url + " there")).isEqualTo("see \r\n" + url + " \r\nthere");
    }

    @Test
    void aReaderGetsBackEveryParagraph() {
        Dice.rolls(1500, dice -> {
            String text = dice.text(12, "\n");
            String flowed = FlowedText.of(text);
            List<String> expected = new ArrayList<>();
            for (String line : text.split("\n", -1)) {
                expected.add(canonical(line));
            }
            assertThat(unflowed(flowed)).isEqualTo(expected);
            assertThat(flowed.lines()).noneMatch(line -> line.startsWith("From "));
        });
    }

    /** Quote marks, one blank, and the text without blanks at its end. */
    private static String canonical(String line) {
        int depth = depth(line);
        String content = line.substring(depth);
        if (depth > 0 && content.startsWith(" ")) {
            content = content.substring(1);
        }
        if (!content.equals("-- ")) {
            content = content.replaceFirst(" +\\z", "");
        }
        return depth == 0 || content.isEmpty() ? ">".repeat(depth) + content : ">".repeat(depth) + " " + content;
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    /** Reads as RFC 3676 section 4 says. */
    private static List<String> unflowed(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        boolean open = false;
        int openDepth = 0;
        for (String line : text.split("\r\n|\n", -1)) {
            int depth = depth(line);
            String content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content;
            assertThat(!open || depth == openDepth).as("a quote keeps its depth within a paragraph").isTrue();
            if (!open) {
                paragraph.append(">".repeat(depth)).append(depth > 0 && !content.isEmpty() ? " " : "");
            }
            paragraph.append(content);
            open = content.endsWith(" ") && !content.equals("-- ");
            openDepth = depth;
            if (!open) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
        }
        assertThat(open).as("the last line is closed").isFalse();
        return paragraphs;
    }
}
