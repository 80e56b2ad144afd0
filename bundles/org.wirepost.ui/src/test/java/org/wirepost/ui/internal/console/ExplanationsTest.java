// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.dialogue.EnhancedStatus;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

class ExplanationsTest {

    private final Explanations english = Explanations.load(Locale.ENGLISH);

    private static Set<String> keys(String file) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(Explanations.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words.stringPropertyNames().stream().filter(key -> !key.endsWith(".rfc")).collect(Collectors.toSet());
    }

    @Test
    void bothLanguagesExplainTheSame() throws IOException {
        assertThat(keys("explanations_de.properties")).isEqualTo(keys("explanations.properties"));
    }

    @ParameterizedTest
    @ValueSource(ints = {211, 214, 220, 221, 235, 250, 251, 252, 334, 354, 421, 432, 450, 451, 452, 454, 455, 500, 501,
        502, 503, 504, 521, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555, 556})
    void everyRegisteredCodeHasWordsOfItsOwn(int code) throws IOException {
        assertThat(keys("explanations.properties")).contains(Integer.toString(code));
    }

    @Test
    void theStageMakesADifference() {
        Reply reply = Reply.of(550, "5.1.1 no");
        assertThat(english.code(reply, Stage.RCPT).orElseThrow()).contains("recipient");
        assertThat(english.code(reply, Stage.MAIL).orElseThrow()).contains("sender");
        assertThat(english.rfc(Reply.of(535, "no"), Stage.AUTH)).isEqualTo("RFC 4954");
        assertThat(english.rfc(Reply.of(220, "go"), Stage.STARTTLS)).isEqualTo("RFC 3207");
        assertThat(english.rfc(Reply.of(250, "ok"), Stage.MAIL)).isEqualTo("RFC 5321");
    }

    @Test
    void anUnknownCodeIsExplainedByItsClass() {
        assertThat(english.code(Reply.of(499, "?"), Stage.MAIL)).isEqualTo(english.code(Reply.of(498, "?"), Stage.RCPT))
                .isPresent();
        assertThat(english.enhanced(new EnhancedStatus(5, 1, 99)).orElseThrow()).contains("address");
        assertThat(english.enhanced(new EnhancedStatus(5, 9, 9))).isEmpty();
    }

    @Test
    void speaksGerman() {
        assertThat(Explanations.load(Locale.GERMAN).code(Reply.of(535, "no"), Stage.AUTH).orElseThrow())
                .contains("App-Passwort");
    }
}
