// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirepost.lab.BodyKind;
import org.wirepost.lab.Deviation;

class ContentScannerTest {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    @Test
    void takesOutTheStuffedDotsHoweverTheOctetsArrive() {
        byte[] wire = ascii("..\r\n...a\r\nb.\r\n.c\r\n.\rd\r\n.\ne\r\n.\r\nQUIT\r\n");
        String expected = ".\r\n..a\r\nb.\r\nc\r\n\rd\r\n\ne\r\n";
        for (int cut = 0; cut <= wire.length; cut++) {
            ContentScanner scanner = new ContentScanner(true, BodyKind.SEVEN_BIT);
            kept.reset();
            int behind = scanner.scan(wire, 0, cut, kept::write);
            behind = scanner.ended() ? behind : scanner.scan(wire, cut, wire.length, kept::write);
            assertThat(kept.toString(StandardCharsets.US_ASCII)).as("cut at %d", cut).isEqualTo(expected);
            assertThat(scanner.ended()).isTrue();
            assertThat(wire.length - behind).isEqualTo("QUIT\r\n".length());
            assertThat(scanner.octets()).isEqualTo(behind);
        }
    }

    @Test
    void agreesWithASimpleReadingOfRandomContent() {
        Random random = new Random(7);
        byte[] alphabet = ascii(".\r\na");
        for (int round = 0; round < 20_000; round++) {
            byte[] wire = new byte[random.nextInt(40)];
            for (int i = 0; i < wire.length; i++) {
                wire[i] = alphabet[random.nextInt(alphabet.length)];
            }
            ContentScanner scanner = new ContentScanner(true, BodyKind.BINARY_MIME);
            kept.reset();
            int at = 0;
            while (at < wire.length && !scanner.ended()) {
                int to = Math.min(wire.length, at + 1 + random.nextInt(9));
                at = scanner.scan(wire, at, to, kept::write);
            }
            checkAgainstText(new String(wire, StandardCharsets.US_ASCII), scanner, at);
        }
    }

    private void checkAgainstText(String wire, ContentScanner scanner, int consumed) {
        int end = ("\r\n" + wire).indexOf("\r\n.\r\n");
        assertThat(scanner.ended()).as(wire).isEqualTo(end >= 0);
        if (end >= 0) {
            assertThat(consumed).as(wire).isEqualTo(end + 3);
            String content = ("\r\n" + wire.substring(0, end)).replaceAll("(?<=\r\n)\\.", "").substring(2);
            assertThat(kept.toString(StandardCharsets.US_ASCII)).as(wire).isEqualTo(content);
        }
    }

    @Test
    void notesWhatIsWrongAndWhere() {
        ContentScanner scanner = new ContentScanner(true, BodyKind.SEVEN_BIT);
        String longLine = "x".repeat(999);
        byte[] wire = ("a\nb\r\n\rc\0\r\n\u00e9\r\n." + longLine + "\r\n.\r\n").getBytes(StandardCharsets.ISO_8859_1);
        scanner.scan(wire, 0, wire.length, kept::write);
        assertThat(scanner.ended()).isTrue();
        assertThat(scanner.deviations()).extracting(Deviation::kind, Deviation::offset).containsExactlyInAnyOrder(
                tuple(Deviation.Kind.BARE_LF, 1L), tuple(Deviation.Kind.BARE_CR, 5L), tuple(Deviation.Kind.NUL, 7L),
                tuple(Deviation.Kind.EIGHT_BIT, 10L), tuple(Deviation.Kind.LONG_LINE, 14L));
    }

    @Test
    void aLineOfTheFullLengthIsFine() {
        ContentScanner scanner = new ContentScanner(true, BodyKind.EIGHT_BIT_MIME);
        byte[] wire = ("." + ".".repeat(998) + "\r\n\t\u00e9\r\n.\r\n").getBytes(StandardCharsets.ISO_8859_1);
        scanner.scan(wire, 0, wire.length, kept::write);
        assertThat(scanner.deviations()).isEmpty();
        assertThat(kept.size()).isEqualTo(998 + 6);
    }

    @Test
    void aLineFeedAloneNeverEndsTheContent() {
        for (String end : new String[] {"\n.\n", "\n.\r\n", "\r.\r", "\r\n.\n", "\n.\r", "\r\n.\r"}) {
            ContentScanner scanner = new ContentScanner(true, BodyKind.SEVEN_BIT);
            byte[] wire = ascii("a" + end + "b");
            scanner.scan(wire, 0, wire.length, kept::write);
            assertThat(scanner.ended()).as(end).isFalse();
        }
    }

    @Test
    void leavesDotsOfChunksAlone() {
        ContentScanner scanner = new ContentScanner(false, BodyKind.SEVEN_BIT);
        byte[] chunk = ascii("..a\r\n.\r\n.b");
        scanner.scan(chunk, 0, chunk.length, kept::write);
        assertThat(kept.toByteArray()).isEqualTo(chunk);
        assertThat(scanner.ended()).isFalse();
    }


    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
