// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void takesAPipelinedTransactionAndTheNextInOneGo() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            String message = "MAIL FROM:<a@b.test> BODY=BINARYMIME\r\nRCPT TO:<c@d.test>\r\nBDAT 3\r\na\n\0"
                    + "BDAT 2 LAST\r\n.\r";
            client.send(message + message + "BDAT 0 LAST\r\nNOOP\r\n");
            for (int i = 0; i < 2; i++) {
                assertThat(client.reply()).startsWith("250 2.1.0");
                assertThat(client.reply()).startsWith("250 2.1.5");
                assertThat(client.reply()).isEqualTo("250 2.0.0 3 octets received");
                assertThat(client.reply()).startsWith("250 2.0.0 Taken over");
            }
            assertThat(client.reply()).startsWith("503");
            assertThat(client.reply()).startsWith("250");
            assertThat(server.messages()).hasSize(2).allMatch(StoredMessage::chunked);
            assertThat(server.messages().get(1).text()).isEqualTo("a\n\0.\r");
            assertThat(server.messages().get(1).deviations()).isEmpty();
            assertThat(server.sessions().get(0).deviations()).isEmpty();
        }
    }

    @Test
    void readsAndDropsTheChunksOfATransactionWithoutRecipients() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<reject5@d.test>\r\nBDAT 4\r\nQUITBDAT 6 LAST\r\nNOOP\r\n"
                    + "RSET\r\nNOOP\r\n");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("550");
            assertThat(client.reply()).startsWith("554 5.5.1 No valid recipients");
            assertThat(client.reply()).startsWith("503 5.5.1 An earlier chunk");
            assertThat(client.reply()).startsWith("250 2.0.0 Forgotten");
            assertThat(client.reply()).startsWith("250 2.0.0 Nothing");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void endsAnEmptyMessageWithAnEmptyLastChunk() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.send("BDAT 2\r\nhi");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.say("DATA")).startsWith("503");
            assertThat(client.say("RCPT TO:<e@d.test>")).startsWith("503");
            assertThat(client.say("BDAT x")).startsWith("501");
            assertThat(client.say("BDAT 0 LAST")).startsWith("250");
            assertThat(server.awaitMessage(PATIENCE).text()).isEqualTo("hi");
        }
    }

    @Test
    void refusesDataForABinaryMessage() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            client.say("MAIL FROM:<> BODY=BINARYMIME");
            client.say("RCPT TO:<c@d.test>");
            assertThat(client.say("DATA")).startsWith("503 5.5.1 BINARYMIME");
        }
    }

    @Test
    void answersTheLoneDotOfAClientWithoutRecipients() throws Exception {
        Script script = Script.script().on(Stage.DATA).reply("354 go on");
        try (LabServer server = LabServer.start(LabSettings.builder().script(script).build());
                Client client = Client.introduced(server)) {
            client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<reject5@d.test>\r\nDATA\r\n");
            assertThat(client.reply()).startsWith("250");
            assertThat(client.reply()).startsWith("550");
            assertThat(client.reply()).startsWith("354");
            assertThat(client.say(".")).startsWith("554 5.5.1 No valid");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void refusesWhatIsTooLargeDeclaredOrMeasured() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withMessageOctets(10)).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            assertThat(client.say("MAIL FROM:<> SIZE=11")).startsWith("552 5.3.4");
            assertThat(client.say("MAIL FROM:<> SIZE=99999999999999999999")).startsWith("552 5.3.4");
            client.say("MAIL FROM:<> SIZE=10");
            client.say("RCPT TO:<c@d.test>");
            client.say("DATA");
            assertThat(client.say("123456789\r\n.")).startsWith("552 5.3.4 The message has 11 octets");
            client.say("MAIL FROM:<>");
            client.say("RCPT TO:<c@d.test>");
            client.send("BDAT 11\r\n01234567890");
            assertThat(client.reply()).startsWith("552 5.3.4");
            client.send("BDAT 1 LAST\r\n0");
            assertThat(client.reply()).startsWith("503");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void writesAMessageToItsFolderAsItCame(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("new/store");
        Path file;
        try (LabServer server = LabServer.start(LabSettings.builder().store(store).build());
                Client client = Client.introduced(server)) {
            deliver(client, "one\r\n..two\r\n");
            file = server.awaitMessage(PATIENCE).file().orElseThrow();
            deliver(client, "three\r\n");
        }
        assertThat(file.getFileName().toString()).matches("[0-9]{8}T[0-9]{6}-000001\\.eml");
        assertThat(file).content(StandardCharsets.US_ASCII).isEqualTo("one\r\n.two\r\n");
        try (var files = Files.list(store)) {
            assertThat(files).hasSize(2).allMatch(f -> f.toString().endsWith(".eml"));
        }
    }

    @Test
    void sharesAFolderWithAnotherServer(@TempDir Path folder) throws Exception {
        LabSettings settings = LabSettings.builder().store(folder).build();
        try (LabServer one = LabServer.start(settings); LabServer other = LabServer.start(settings);
                Client first = Client.introduced(one); Client second = Client.introduced(other)) {
            deliver(first, "one\r\n");
            deliver(second, "other\r\n");
            assertThat(one.messages().get(0).text()).isEqualTo("one\r\n");
            assertThat(other.messages().get(0).text()).isEqualTo("other\r\n");
        }
    }

    @Test
    void leavesNothingOfAMessageThatBrokeOff(@TempDir Path folder) throws Exception {
        try (LabServer server = LabServer.start(LabSettings.builder().store(folder).build())) {
            try (Client client = Client.introduced(server)) {
                client.say("MAIL FROM:<>");
                client.say("RCPT TO:<c@d.test>");
                client.say("DATA");
                client.send("x".repeat(200_000));
            }
            assertThat(server.awaitSessionEnd(PATIENCE).end()).contains(SessionEnd.CLIENT_CLOSED);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void keepsALargeMessageInAFileAsLongAsTheServerRuns() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);
        Path file;
        try (LabServer server = LabServer.start(LabSettings.defaults()); Client client = Client.introduced(server)) {
            chunk(client, content);
            StoredMessage message = server.awaitMessage(PATIENCE);
            file = message.file().orElseThrow();
            assertThat(message.bytes()).isEqualTo(content);
            assertThat(message.content().sha256()).isEqualTo(sha256(content));
        }
        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test
    void onlyCountsOrDigestsIfThatIsWanted() throws Exception {
        byte[] content = new byte[300_000];
        new Random(2).nextBytes(content);
        try (LabServer server = LabServer.start(LabSettings.builder().store(LabStore.digesting()).build());
                Client client = Client.introduced(server)) {
            chunk(client, content);
            StoredMessage message = server.awaitMessage(PATIENCE);
            assertThat(message.octets()).isEqualTo(content.length);
            assertThat(message.content().sha256()).isEqualTo(sha256(content));
            assertThatThrownBy(message::open).isInstanceOf(IOException.class)
                    .hasMessageContaining("LabStore.temporary()");
        }
        try (LabServer server = LabServer.start(LabSettings.builder().store(LabStore.counting()).build());
                Client client = Client.introduced(server)) {
            chunk(client, content);
            StoredMessage message = server.awaitMessage(PATIENCE);
            assertThat(message.octets()).isEqualTo(content.length);
            assertThatThrownBy(message.content()::sha256).hasMessageContaining("LabStore.digesting()");
        }
    }

    @Test
    void forgetsTheOldestMessagesFirst() throws Exception {
        LabSettings settings = LabSettings.builder().limits(l -> l.withKeptMessages(2)).build();
        try (LabServer server = LabServer.start(settings); Client client = Client.introduced(server)) {
            for (int i = 0; i < 3; i++) {
                deliver(client, i + "\r\n");
            }
            assertThat(server.messages()).extracting(StoredMessage::number).containsExactly(2L, 3L);
            assertThat(server.messageCount()).isEqualTo(3);
        }
    }

    private static void deliver(Client client, String stuffed) throws IOException {
        client.say("MAIL FROM:<>");
        client.say("RCPT TO:<c@d.test>");
        client.say("DATA");
        assertThat(client.say(stuffed + ".")).startsWith("250");
    }

    private static void chunk(Client client, byte[] content) throws IOException {
        client.say("MAIL FROM:<> BODY=BINARYMIME");
        client.say("RCPT TO:<c@d.test>");
        client.send("BDAT " + content.length + " LAST\r\n");
        client.send(content);
        assertThat(client.reply()).startsWith("250");
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
