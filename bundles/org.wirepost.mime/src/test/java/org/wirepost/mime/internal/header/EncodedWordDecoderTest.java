// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Dice;

class EncodedWordDecoderTest {

    @Test
    void decodesTheExamplesOfTheStandard() {
        assertThat(EncodedWordDecoder.decode("=?ISO-8859-1?Q?a?= b")).isEqualTo("a b");
        assertThat(EncodedWordDecoder.decode("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=")).isEqualTo("ab");
        assertThat(EncodedWordDecoder.decode("=?ISO-8859-1?Q?a_b?=")).isEqualTo("a b");
        assertThat(EncodedWordDecoder.decode("=?iso-8859-1*de?q?=FC?=")).isEqualTo("ü");
    }

    @Test
    void joinsCharactersThatAWriterHasCut() {
        assertThat(EncodedWordDecoder.decode("=?UTF-8?Q?=C3?= =?UTF-8?Q?=BC?=")).isEqualTo("ü");
    }

    @Test
    void leavesAloneWhatIsNoEncodedWord() {
        for (String text : new String[] {"=?", "=?x", "=?utf-8?x?y?=", "=?nope?Q?a?=", "=?utf-8?B?%%?=", "?=",
                "=?utf-8?Q"}) {
            assertThat(EncodedWordDecoder.decode(text)).isEqualTo(text);
        }
    }

    @Test
    void turnsControlCharactersIntoBlanks() {
        assertThat(EncodedWordDecoder.decode("=?utf-8?Q?a=0D=0ABcc:_x?=")).isEqualTo("a  Bcc: x");
    }

    @Test
    void takesAnyInput() {
        Dice.rolls(500, dice -> assertThat(EncodedWordDecoder.decode(dice.line(60) + "=?utf-8?q?" + dice.line(5)))
                .isNotNull());
        assertThat(EncodedWordDecoder.decode("=?a?b?".repeat(100_000))).hasSize(600_000);
    }
}
