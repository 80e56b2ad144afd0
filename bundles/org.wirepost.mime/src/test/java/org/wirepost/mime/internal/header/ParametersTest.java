// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.internal.bytes.ByteBuilder;
import org.wirepost.mime.testing.Dice;

class ParametersTest {

    @Test
    void writesAShortAsciiNameAsItIs() {
        assertThat(fileName("report.pdf")).isEqualTo("Content-Disposition: attachment; filename=\"report.pdf\"\r\n");
    }

    @Test
    void writesALongAsciiNameInNumberedPiecesWithoutPercentSigns() {
        String field = fileName("x".repeat(100) + ".pdf");
        assertThat(field).contains("filename*0=\"xxx").contains("filename*1=\"xxx").doesNotContain("%", "UTF-8");
        assertThat(name(field)).isEqualTo("x".repeat(100) + ".pdf");
    }

    @Test
    void writesAShortNonAsciiNameInOnePiece() {
        assertThat(fileName("Übersicht.pdf"))
                .isEqualTo("Content-Disposition: attachment; filename*=UTF-8''%C3%9Cbersicht.pdf\r\n");
    }

    @Test
    void percentEncodesQuotesWhichManyReadersGetWrong() {
        assertThat(fileName("a\"b\\c.txt"))
                .isEqualTo("Content-Disposition: attachment; filename*=UTF-8''a%22b%5Cc.txt\r\n");
    }

    @Test
    void keepsAFileNameOf255LettersWithinTheLineLimit() {
        String name = "資".repeat(255);
        assertThat(fileName(name).lines()).allMatch(line -> line.length() <= 78);
        assertThat(name(fileName(name))).isEqualTo(name);
    }

    @Test
    void everyPieceHoldsWholeCharactersAndFitsALine() {
        Dice.rolls(2000, dice -> {
            String name = dice.word(150);
            String field = fileName(name);
            assertThat(field.lines()).allMatch(line -> line.length() <= 78);
            assertThat(name(field)).isEqualTo(name);
        });
    }

    @Test
    void writesTheNameForOldReadersAsEncodedWords() {
        Dice.rolls(1000, dice -> {
            String name = dice.word(150);
            ByteBuilder out = new ByteBuilder(0);
            HeaderWriter writer = new HeaderWriter(out);
            writer.begin("Content-Type");
            writer.word("image/jpeg");
            Parameters.legacyName(writer, name);
            writer.end();
            String field = new String(out.array(), 0, out.size(), UTF_8);
            assertThat(field.lines()).allMatch(line -> line.length() <= 78);
            String value = field.strip().replace("\r\n", "").replaceFirst(".*?; +name=\"", "").replaceFirst("\"$", "");
            assertThat(EncodedWordDecoder.decode(value)).isEqualTo(name);
        });
    }

    static String fileName(String name) {
        ByteBuilder out = new ByteBuilder(0);
        HeaderWriter writer = new HeaderWriter(out);
        writer.begin("Content-Disposition");
        writer.word("attachment");
        Parameters.extended(writer, "filename", name);
        writer.end();
        return new String(out.array(), 0, out.size(), UTF_8);
    }

    @Test
    void aParameterTooLongForALineDoesNotEndTheHeader() {
        ByteBuilder octets = new ByteBuilder(200);
        HeaderWriter out = new HeaderWriter(octets);
        out.begin("Content-Type");
        out.word("text/plain");
        Parameters.plain(out, "n".repeat(90), "a \"b\"");
        Parameters.plain(out, "x", "y");
        out.end();

        assertThat(new String(octets.array(), 0, octets.size(), UTF_8))
                .isEqualTo("Content-Type: text/plain;\r\n " + "n".repeat(90)
                + "=\"a \\\"b\\\"\";\r\n x=y\r\n");
    }

    /** Reads as RFC 2231 says, each piece by itself. */
    private static String name(String field) {
        StringBuilder name = new StringBuilder();
        int number = 0;
        for (String parameter : field.strip().replace("\r\n", "").split("; ")) {
            if (parameter.startsWith("filename*=UTF-8''")) {
                return decoded(parameter.substring(17));
            } else if (parameter.startsWith("filename=\"")) {
                return parameter.substring(10, parameter.length() - 1);
            } else if (parameter.startsWith("filename*" + number + "*=")) {
                name.append(decoded(parameter.substring(parameter.indexOf('=') + 1).replaceFirst("^UTF-8''", "")));
                number++;
            } else if (parameter.startsWith("filename*" + number + "=\"")) {
                name.append(parameter, parameter.indexOf('"') + 1, parameter.length() - 1);
                number++;
            }
        }
        return name.toString();
    }

    private static String decoded(String value) {
        byte[] octets = URLDecoder.decode(value.replace("+", "%2B"), java.nio.charset.StandardCharsets.ISO_8859_1)
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError("a character was cut in two: " + value, e);
        }
    }
}
