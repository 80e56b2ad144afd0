// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatJsonTest {

    @Test
    void readsStringsNumbersAndLiterals() {
        assertThat(FlatJson.read(" { \"a\" : \"x\\\"\\\\\\/\\n\\u20ac\" ,\t\"b\":-1.5e3, \"c\":null,\"d\":true}\r\n"))
                .contains(Map.of("a", "x\"\\/\n\u20ac", "b", "-1.5e3", "c", "null", "d", "true"));
        assertThat(FlatJson.read("{}")).contains(Map.of());
    }

    @Test
    void keepsTheFirstOfTwoFieldsOfTheSameName() {
        assertThat(FlatJson.read("{\"a\":\"1\",\"a\":\"2\"}")).contains(Map.of("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "}", "[]", "\"a\"", "{\"a\"}", "{\"a\":}", "{\"a\":\"b}", "{\"a\":\"b\"", "{a:1}",
        "{\"a\":1,}", "{\"a\":1}x", "{\"a\":{}}", "{\"a\":[1]}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\u12", "{\"a\" \"b\"}"})
    void readsNothingElse(String text) {
        assertThat(FlatJson.read(text)).isEmpty();
    }

    @Test
    void isBounded() {
        StringBuilder many = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 10_000; i++) {
            many.append(",\"k").append(i).append("\":1");
        }
        assertThat(FlatJson.read(many + "}")).isEmpty();
        assertThat(FlatJson.read("{\"a\":".repeat(100_000))).isEmpty();
    }

    @Test
    void survivesAnything() {
        Random random = new Random(7);
        String alphabet = "{}[]\":,\\u0a1 \n\0\ud83d";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("{\"");
            for (int j = random.nextInt(20); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            FlatJson.read(text.toString()).ifPresent(fields -> assertThat(fields).hasSizeLessThanOrEqualTo(32));
        }
    }
}
