// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.headless.internal.report.Schema;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

class BatchTest {

    @TempDir
    Path folder;
    private Shell shell;
    private LabServer server;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Result batch(String lines, String... more) {
        shell.file("letters.jsonl", lines);
        String[] words = java.util.Arrays.copyOf(more, more.length + 2);
        words[more.length] = "--batch";
        words[more.length + 1] = "letters.jsonl";
        return shell.send(server, words);
    }

    @Test
    void sendsALineEachOverOneConnection() throws IOException {
        shell.file("ann.txt", "for ann");
        Result result = batch("""
                {"to": "bob@example.org", "subject": "one", "text": "1"}

                {"to": ["carol@example.org", "dave@example.org"], "subject": "two", "label": "second"}
                {"to": "eve@example.org", "text": "3", "attach": ["ann.txt"], "from": "Ed <ed@example.org>"}
                """, "--text", "common");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).containsExactly(
                "accepted  bob@example.org  250 2.0.0 Taken over as message 1  [letters.jsonl line 1]",
                "accepted  carol@example.org  250 2.0.0 Taken over as message 2  [second]",
                "accepted  dave@example.org  250 2.0.0 Taken over as message 2  [second]",
                "accepted  eve@example.org  250 2.0.0 Taken over as message 3  [letters.jsonl line 4]");
        assertThat(server.messages().get(0).text()).contains("Subject: one", "\r\n\r\n1\r\n", "From: ann@example.org");
        assertThat(server.messages().get(1).text()).contains("\r\n\r\ncommon\r\n");
        assertThat(server.messages().get(2).text()).contains("ann.txt", "From: Ed <ed@example.org>");
        assertThat(server.sessions()).hasSize(1);
    }

    @Test
    void aMistakeInTheLastLineIsFoundBeforeTheFirstMessageIsSent() throws IOException {
        Result result = batch("""
                {"to": "bob@example.org", "text": "1"}
                {"to": "bob@example.org", "subjet": "x", "text": "2"}
                {"to": "bob@@example.org", "text": "3"}
                {"to": "bob@example.org", "text": 4}
                {"to": "bob@example.org", "text": "5"
                {"to": "bob@example.org", "attach": "missing.pdf"}
                ["to"]
                {"to": "b@example.org", "to": "c@example.org", "text": "x"}
                {"to": "b@example.org", "text": "x"} trailing
                {"to": null, "text": "x"}
                """, "--report", "report.json");

        assertThat(result.code()).isIn(65, 66);
        assertThat(result.err()).contains(
                "letters.jsonl line 2, field \"subjet\" is not known; did you mean \"subject\"?",
                "letters.jsonl line 3, field \"to\"", "^",
                "letters.jsonl line 4, field \"text\" must be a text.",
                "letters.jsonl line 5 is no valid JSON",
                "letters.jsonl line 6, field \"attach\" missing.pdf does not exist",
                "letters.jsonl line 7 is no JSON object",
                "letters.jsonl line 8, field \"to\" is given twice",
                "letters.jsonl line 9",
                "letters.jsonl line 10, field \"to\" must be a text or a list of texts",
                "Nothing was sent, because 9 of 10 lines of letters.jsonl cannot be sent");
        assertThat(server.sessions()).isEmpty();
        assertThat(new Schema().check(shell.text("report.json")).getAsJsonArray("messages")).hasSize(9);
    }

    @Test
    void fromStandardInputABadLineIsReportedInItsTurnAndTheOthersAreSent() {
        shell.in("""
                {"to": "bob@example.org", "text": "1"}
                {"to": "", "text": "2"}
                {"to": "carol@example.org", "text": "3"}
                """);
        Result result = shell.send(server, "--batch", "-");

        assertThat(result.code()).isEqualTo(65);
        assertThat(server.messageCount()).isEqualTo(2);
        assertThat(result.err()).contains("standard input line 2, field \"to\"");
        assertThat(result.lines()).hasSize(2);
    }

    @Test
    void aMessageFromAPipeIsSentBeforeTheNextLineIsWritten() throws Exception {
        PipedInputStream in = new PipedInputStream();
        CompletableFuture<Result> sending;
        try (PipedOutputStream pipe = new PipedOutputStream(in)) {
            sending = CompletableFuture.supplyAsync(() -> shell.in(in).send(server, "--batch", "-"));
            for (int i = 1; i <= 3; i++) {
                pipe.write("{\"to\": \"bob@example.org\", \"text\": \"x\"}\n".getBytes(StandardCharsets.UTF_8));
                pipe.flush();
                assertThat(server.awaitMessage(Duration.ofSeconds(20)).number()).isEqualTo(i);
            }
        }
        assertThat(sending.get(20, TimeUnit.SECONDS).lines()).hasSize(3);
        assertThat(server.sessions()).hasSize(1);
    }

    @Test
    void severalConnectionsShareTheLines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("{\"to\": \"user").append(i).append("@example.org\", \"text\": \"x\"}\n");
        }
        Result result = batch(lines.toString(), "--parallel", "3");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(server.messageCount()).isEqualTo(60);
        assertThat(result.lines()).hasSize(60).doesNotHaveDuplicates();
        assertThat(server.sessions()).hasSizeBetween(1, 3);
    }

    @Test
    void theExitCodeIsThatOfTheWorstMessage() {
        assertThat(batch("""
                {"to": "bob@example.org", "text": "1"}
                {"to": "defer451@example.org", "text": "2"}
                {"to": "reject550@example.org", "text": "3"}
                """).code()).isEqualTo(67);
        assertThat(server.messageCount()).isOne();
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(batch("").err()).contains("holds no message");
        assertThat(shell.send(server, "--batch", "nowhere.jsonl").code()).isEqualTo(66);
        shell.file("letters.jsonl", "{}");
        assertThat(shell.send(server, "--batch", "letters.jsonl", "-").code()).isEqualTo(64);
        assertThat(batch("{\"to\": \"b@example.org\", \"text\": \"\\u0000\"}\n{\"to\": \"b@example.org\"}").err())
                .contains("line 2");
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() {
        InputStream endless = new InputStream() {
            private final byte[] text = "{\"to\": \"b@example.org\", \"text\": \"".getBytes(StandardCharsets.US_ASCII);
            private long given;

            @Override
            public int read() {
                return given < text.length ? text[(int) given++] : 'x';
            }

            @Override
            public int read(byte[] block, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    block[offset + i] = (byte) read();
                }
                return length;
            }
        };
        Result result = shell.in(endless).send(server, "--batch", "-");

        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err()).contains("standard input line 1 is longer than 4 MiB");
    }

    @Test
    void linesThatAreNotUtf8AreNamed() {
        shell.file("letters.jsonl", "{\"to\": \"b@example.org\", \"text\": \"caf\u00E9\"}".getBytes(
                StandardCharsets.ISO_8859_1));

        assertThat(shell.send(server, "--batch", "letters.jsonl").err()).contains("letters.jsonl line 1 is not UTF-8");
    }
}
