// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.testing.Dice;

class QuotedPrintableTest {

    @Test
    void leavesPlainTextAlone() {
        assertThat(encoded("Hello, world!\r\nSecond line.\r\n")).isEqualTo("Hello, world!\r\nSecond line.\r\n");
    }

    @Test
    void encodesEqualsSignsAndLettersBeyondAscii() {
        assertThat(encoded("1+1=2 für alle")).isEqualTo("1+1=3D2 f=C3=BCr alle");
    }

    @Test
    void encodesBlanksAtLineEndsOnly() {
        assertThat(encoded("a b \r\nc\t\r\n d ")).isEqualTo("a b=20\r\nc=09\r\n d=20");
    }

    @Test
    void protectsFromAndDotsAtLineStarts() {
        assertThat(encoded("From me\r\nNot From me\r\n.\r\n..\r\nFromage\r\n"))
                .isEqualTo("=46rom me\r\nNot From me\r\n=2E\r\n=2E.\r\nFromage\r\n");
    }

    @Test
    void protectsFromAndDotsAlsoAfterASoftLineBreak() {
        assertThat(encoded("x".repeat(75) + ".y")).isEqualTo("x".repeat(75) + "=\r\n=2Ey");
        assertThat(encoded("x".repeat(75) + "From y")).isEqualTo("x".repeat(75) + "=\r\n=46rom y");
    }

    @Test
    void neverCutsAnEncodedOctetAtTheEndOfALine() {
        for (int before = 70; before <= 78; before++) {
            String line = "x".repeat(before) + "=y";
            assertThat(encoded(line).lines()).as("%d characters before", before).allMatch(part -> part.length() <= 76)
                    .noneMatch(part -> part.matches(".*=.?") && !part.endsWith("="));
            assertThat(decoded(encoded(line))).isEqualTo(line.getBytes(UTF_8));
        }
    }

    @Test
    void usesColumn76WhenTheLineEndsThere() {
        assertThat(encoded("x".repeat(76) + "\r\n")).isEqualTo("x".repeat(76) + "\r\n");
        assertThat(encoded("x".repeat(73) + "=\r\n")).isEqualTo("x".repeat(73) + "=3D\r\n");
        assertThat(encoded("x".repeat(77))).isEqualTo("x".repeat(75) + "=\r\nxx");
    }

    @Test
    void keepsLoneCrAndLf() {
        assertThat(encoded("a\nb\rc\n")).isEqualTo("a=0A=\r\nb=0Dc=0A");
    }

    @Test
    void mendsWhatClaimsToBeEncoded() {
        assertThat(mended("Gr=C3=BCße=20=\r\n=2E x=\r\n")).isEqualTo("Gr=C3=BC=C3=9Fe=20=\r\n=2E x=\r\n");
        assertThat(mended("=3D".repeat(40)).lines()).allMatch(line -> line.length() <= 76);
    }

    @Test
    void givesBackAnyOctetsAndKeepsTheRulesOfTheFormat() {
        Dice.rolls(1500, dice -> {
            byte[] octets = dice.octets(400);
            String encoded = encoded(octets, dice);
            assertThat(decoded(encoded)).isEqualTo(octets);
            assertThat(encoded.replace("\r\n", "")).as("no lone CR or LF").doesNotContain("\r", "\n");
            for (String line : encoded.split("\r\n", -1)) {
                assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotStartWith(".").doesNotStartWith("From ")
                        .doesNotEndWith(" ").doesNotEndWith("\t").matches("[\\x20-\\x7E\\t]*");
            }
        });
    }

    @Test
    void doesNotDependOnTheSizeOfTheBlocks() {
        Dice.rolls(300, dice -> {
            byte[] octets = dice.octets(500);
            assertThat(encoded(octets, dice)).isEqualTo(encoded(octets, new Dice(octets.length)));
        });
    }

    private static String encoded(String text) {
        ByteBuilder out = new ByteBuilder(0);
        byte[] octets = text.getBytes(UTF_8);
        new QuotedPrintable().encode(octets, 0, octets.length, true, out);
        return string(out);
    }

    private static String mended(String text) {
        ByteBuilder out = new ByteBuilder(0);
        byte[] octets = text.getBytes(UTF_8);
        QuotedPrintable.mending().encode(octets, 0, octets.length, true, out);
        return string(out);
    }

    private static String encoded(byte[] octets, Dice blocks) {
        ByteBuilder out = new ByteBuilder(0);
        QuotedPrintable encoder = new QuotedPrintable();
        int at = 0;
        int end = 0;
        while (end < octets.length) {
            end = Math.min(octets.length, end + 1 + blocks.upTo(30));
            at = encoder.encode(octets, at, end, end == octets.length, out);
        }
        return string(out);
    }

    private static String string(ByteBuilder out) {
        return new String(out.array(), 0, out.size(), UTF_8);
    }

    private static byte[] decoded(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String joined = text.replace("=\r\n", "");
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) == '=') {
                out.write(Integer.parseInt(joined.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write(joined.charAt(i));
            }
        }
        return out.toByteArray();
    }
}
