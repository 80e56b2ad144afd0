// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;

/** A thousand letters out of a pipe, and the report about them. */
class BatchTest {

    private static final int COUNT = 1000;

    @TempDir
    private Path folder;

    @Test
    void everyLineOfStandardInputBecomesAMessageAndAnEntryOfTheReport() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            String name = i % 100 == 7 ? "reject5" : "user";
            lines.append("{\"to\": \"").append(name).append(i).append("@example.org\", \"subject\": \"Letter ")
                    .append(i).append("\", \"text\": \"Gr\u00FC\u00DFe\\n.\\n\"}\n");
        }
        User user = new User(folder);
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build())) {
            Result result = user.feed(lines.toString(), user.sending(server, "--batch", "-", "--report", "-"));

            assertThat(result.code()).as(result.err()).isEqualTo(67);
            assertThat(server.sessions()).hasSize(1);
            check(JsonParser.parseString(result.out()).getAsJsonObject());
            Set<String> recipients = new HashSet<>();
            for (StoredMessage message : server.messages()) {
                recipients.addAll(message.recipientAddresses());
            }
            assertThat(server.messageCount()).isEqualTo(COUNT - 10);
            assertThat(recipients).hasSize(COUNT - 10);
        }
    }

    private static void check(JsonObject report) {
        JsonArray messages = report.getAsJsonArray("messages");
        assertThat(messages).hasSize(COUNT);
        assertThat(report.get("exit").getAsInt()).isEqualTo(67);
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (JsonElement element : messages) {
            JsonObject message = element.getAsJsonObject();
            JsonObject recipient = message.getAsJsonArray("recipients").get(0).getAsJsonObject();
            boolean refused = number % 100 == 7;
            assertThat(message.get("label").getAsString()).isEqualTo("standard input line " + (number + 1));
            assertThat(recipient.get("address").getAsString()).endsWith(number + "@example.org");
            assertThat(recipient.get("state").getAsString()).isEqualTo(refused ? "refused" : "accepted");
            assertThat(recipient.get("code").getAsInt()).isEqualTo(refused ? 550 : 250);
            assertThat(message.getAsJsonObject("millis").get("total").getAsDouble()).isPositive();
            ids.add(message.get("messageId").getAsString());
            number++;
        }
        assertThat(ids).hasSize(COUNT);
    }
}
