// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.security.sasl.SaslException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslPrepTest {

    @Test
    void preparesTheExamplesOfRfc4013() throws Exception {
        assertThat(SaslPrep.prepare("password", "I\u00adX")).isEqualTo("IX");
        assertThat(SaslPrep.prepare("password", "user")).isEqualTo("user");
        assertThat(SaslPrep.prepare("password", "USER")).isEqualTo("USER");
        assertThat(SaslPrep.prepare("password", "\u00aa")).isEqualTo("a");
        assertThat(SaslPrep.prepare("password", "\u2168")).isEqualTo("IX");
    }

    @Test
    void mapsSpacesAndComposes() throws Exception {
        assertThat(SaslPrep.prepare("password", "a\u00a0\u3000b")).isEqualTo("a  b");
        assertThat(SaslPrep.prepare("password", "u\u0308\ufe0f\u200d")).isEqualTo("\u00fc");
        assertThat(SaslPrep.prepare("password", " ~!")).isEqualTo(" ~!");
    }

    @Test
    void letsNewerCharactersThrough() throws Exception {
        assertThat(SaslPrep.prepare("password", "\ud83d\ude00")).isEqualTo("\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007", "\u007f", "\u0000", "x\u0085", "x\ue000", "x\ufdd0", "x\ufffd", "x\u2ff0",
        "x\u200e", "x\u2028", "x\u06dd", "\ud834\udd73", "\udb40\udc01", "\udbff\udfff", "\ud83f\udfff",
        "x\ud800", "\udc00x"})
    void refusesProhibitedCharacters(String text) {
        assertThatThrownBy(() -> SaslPrep.prepare("password", text)).isInstanceOf(SaslException.class)
                .hasMessage("the password has a character that is not allowed (RFC 4013)");
    }

    @Test
    void checksWritingDirections() throws Exception {
        assertThat(SaslPrep.prepare("password", "\u05d0\u05d1 1 \u05d2")).isEqualTo("\u05d0\u05d1 1 \u05d2");
        for (String mixed : new String[] {"\u0627\u0031", "\u05d0a\u05d1", "1\u05d0"}) {
            assertThatThrownBy(() -> SaslPrep.prepare("user name", mixed)).isInstanceOf(SaslException.class)
                    .hasMessageContaining("the user name mixes writing directions");
        }
    }

    @Test
    void refusesWhatBecomesEmpty() {
        assertThatThrownBy(() -> SaslPrep.prepare("password", "\u00ad")).isInstanceOf(SaslException.class)
                .hasMessageContaining("has no character that counts");
    }
}
