// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.CharacterCodingException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.testing.Dice;

class TextFieldTest {

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?([BQ])\\?([^?]*)\\?=");

    @Test
    void leavesAsciiAlone() {
        assertThat(field("Report number 17")).isEqualTo("Subject: Report number 17\r\n");
    }

    @Test
    void foldsLongAsciiAtBlanks() {
        String text = "word ".repeat(40).strip();
        String field = field(text);
        assertThat(field.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 78);
        assertThat(unfolded(field)).isEqualTo("Subject: " + text);
    }

    @Test
    void encodesFromTheFirstToTheLastWordThatNeedsIt() {
        assertThat(field("Grüße aus Köln am Rhein"))
                .isEqualTo("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?= am Rhein\r\n");
        assertThat(field("from Köln")).isEqualTo("Subject: from =?UTF-8?Q?K=C3=B6ln?=\r\n");
    }

    @Test
    void usesBase64WhereItIsShorter() {
        assertThat(field("進捗")).isEqualTo("Subject: =?UTF-8?B?6YCy5o2X?=\r\n");
    }

    @Test
    void encodesWhatLooksLikeAnEncodedWord() {
        assertThat(field("a =?utf-8?q?b?= c")).isEqualTo("Subject: a =?UTF-8?B?PT91dGYtOD9xP2I/PQ==?= c\r\n");
    }

    @Test
    void keepsBlanksAtBothEnds() {
        assertThat(decoded(field("  two  "))).isEqualTo("  two  ");
    }

    @Test
    void doesNotCutEmojiFamiliesOrAccents() {
        for (String cluster : List.of("👍🏽", "e\u0301", "🇩🇪", "❤️")) {
            for (String word : words(field(cluster.repeat(40)))) {
                String text = text(word);
                assertThat(text.replace(cluster, "")).as(text).isEmpty();
            }
        }
    }

    @Test
    void everyWordIsShortWholeAndPaddedOnlyAtTheEnd() {
        Dice.rolls(3000, dice -> {
            String text = dice.line(120);
            if (text.isEmpty()) {
                return;
            }
            String field = field(text);
            assertThat(decoded(field)).isEqualTo(text);
            for (String line : field.split("\r\n")) {
                boolean encoded = line.contains("=?UTF-8?");
                assertThat(line).hasSizeLessThanOrEqualTo(encoded ? 76 : 78).isNotBlank().matches("[\\x20-\\x7E]*");
            }
            List<String> words = words(field);
            for (int i = 0; i < words.size(); i++) {
                assertThat(words.get(i)).hasSizeLessThanOrEqualTo(75);
                assertThat(i + 1 < words.size() && words.get(i).contains("?B?") && words.get(i).endsWith("=?="))
                        .as("padding in the middle: " + words).isFalse();
                text(words.get(i));
            }
        });
    }

    @Test
    void takesAsciiBeforeThreeOctetLettersWithoutPaddingInTheMiddle() {
        // One octet, then three at a time: no cut between letters leaves a multiple of three.
        String text = "a" + "進".repeat(60);
        assertThat(decoded(field(text))).isEqualTo(text);
        List<String> words = words(field(text));
        assertThat(words.subList(0, words.size() - 1)).noneMatch(word -> word.contains("?B?") && word.endsWith("=?="));
    }

    static String field(String text) {
        ByteBuilder out = new ByteBuilder(0);
        TextField.write(new HeaderWriter(out), "Subject", text);
        return new String(out.array(), 0, out.size(), UTF_8);
    }

    private static List<String> words(String field) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(field);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** Decodes one word by itself: it must hold whole characters. */
    private static String text(String word) {
        Matcher matcher = WORD.matcher(word);
        assertThat(matcher.matches()).isTrue();
        byte[] octets = matcher.group(1).equals("B") ? Base64.getDecoder().decode(matcher.group(2))
                : EncodedWordDecoder.decode(word).getBytes(UTF_8);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("a character was cut in two: " + word, e);
        }
    }

    private static String unfolded(String field) {
        return field.substring(0, field.length() - 2).replace("\r\n", "");
    }

    private static String decoded(String field) {
        return EncodedWordDecoder.decode(unfolded(field).substring("Subject: ".length()));
    }
}
