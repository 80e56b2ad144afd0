// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Dice;

class ContentScanTest {

    @Test
    void findsOctetsAbove127() {
        ContentScan scan = scan("abcä");
        assertThat(scan.eightBit().count()).isEqualTo(2);
        assertThat(scan.eightBit().first()).isEqualTo(3);
        assertThat(scan.isSevenBit()).isFalse();
        assertThat(scan.isLines()).isTrue();
    }

    @Test
    void takesLinesOf998OctetsAndNoMore() {
        assertThat(scan("x".repeat(998) + "\r\n").isSevenBit()).isTrue();
        ContentScan scan = scan("a\r\n" + "x".repeat(999));
        assertThat(scan.isSevenBit()).isFalse();
        assertThat(scan.longLines().first()).isEqualTo(3);
        assertThat(scan.longestLine()).isEqualTo(999);
    }

    @Test
    void findsLinesThatMailboxFilesChange() {
        assertThat(scan("From x").fromLines().count()).isEqualTo(1);
        assertThat(scan("a\r\nFrom x\r\n From\r\nFromage").fromLines().first()).isEqualTo(3);
        assertThat(scan("Frém From x").fromLines().count()).isZero();
    }

    @Test
    void countsTheSameAsANaiveReaderWhateverTheBlocks() {
        Dice.rolls(2000, dice -> {
            byte[] octets = dice.octets(300);
            String text = new String(octets, ISO_8859_1);
            ContentScan scan = new ContentScan();
            for (int at = 0; at < octets.length;) {
                int count = Math.min(octets.length - at, 1 + dice.upTo(20));
                scan.update(octets, at, count);
                at += count;
            }
            scan.end();
            assertTally(scan.loneBreaks(), text, "\r(?!\n)|(?<!\r)\n");
            assertTally(scan.eightBit(), text, "[\u0080-\u00FF]");
            assertTally(scan.nul(), text, "\0");
            assertTally(scan.fromLines(), text, "(?<![^\r\n])From ");
            assertTally(scan.blankEnds(), text, "[ \t](?=[\r\n]|\\z)");
            assertThat(scan.length()).isEqualTo(octets.length);
            assertThat(scan.isUtf8()).isEqualTo(isUtf8(octets));
            int longest = 0;
            for (String line : text.split("\r\n|\r|\n", -1)) {
                longest = Math.max(longest, line.length());
            }
            assertThat(scan.longestLine()).isEqualTo(longest);
        });
    }

    private static void assertTally(ContentScan.Tally tally, String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        int count = 0;
        int first = -1;
        while (matcher.find()) {
            first = first < 0 ? matcher.start() : first;
            count++;
        }
        assertThat(tally.count()).as(regex).isEqualTo(count);
        assertThat(tally.first()).as(regex).isEqualTo(first);
    }

    private static boolean isUtf8(byte[] octets) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static ContentScan scan(String text) {
        ContentScan scan = new ContentScan();
        byte[] octets = text.getBytes(UTF_8);
        scan.update(octets, 0, octets.length);
        scan.end();
        return scan;
    }
}
