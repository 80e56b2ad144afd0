// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class InertJsonTest {

    @Test
    void escapesWhatSteersAndKeepsTheValue() throws IOException {
        String value = "250 \u001b[2J \u009b31m \u202Egone\u200B \uD83D\uDE00 \u00FC " + Character.toString(0xE0041);
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(new InertJson(text))) {
            json.setIndent("  ");
            json.beginObject().name("reply").value(value).endObject();
        }

        assertThat(text.toString()).contains("\n", "\\u001b[2J", "\\u009b31m", "\\u202egone\\u200b", "\u00FC",
                "\uD83D\uDE00");
        assertThat(text.toString().codePoints().filter(c -> c != '\n').noneMatch(Inert::isUnsafe)).isTrue();
        assertThat(JsonParser.parseString(text.toString()).getAsJsonObject().get("reply").getAsString())
                .isEqualTo(value);
    }
}
