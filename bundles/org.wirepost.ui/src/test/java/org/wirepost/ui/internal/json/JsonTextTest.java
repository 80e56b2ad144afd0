// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\": 1", "{a: 1}", "{\"a\": 1} x", "{} {}", "// x\n{}", "[1, ]",
        "{\"a\": \"line\nline\"}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonText.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesWhatIsNotInUtf8() {
        assertThatThrownBy(() -> JsonText.parse("\"\u00fc\"".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(IOException.class).hasMessage("the text is not in UTF-8");
    }

    @Test
    void refusesDepthWithoutEnd() {
        assertThatThrownBy(() -> JsonText.parse("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anObjectIsNoOtherValue() {
        assertThatThrownBy(() -> JsonText.object("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class).hasMessage("the text is no JSON object");
    }

    @Test
    void numbersKeepAllTheirDigits() throws IOException {
        Members json = JsonText.object("{\"a\": 9223372036854775807, \"b\": 9223372036854775808, \"c\": 1e999999999}"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(json.number("a", 0)).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> json.number("b", 0)).isInstanceOf(IOException.class).hasMessageContaining("\"b\"");
        assertThatThrownBy(() -> json.number("c", 0)).isInstanceOf(IOException.class).hasMessageContaining("\"c\"");
        assertThat(json.number("d", 4)).isEqualTo(4);
    }
}
