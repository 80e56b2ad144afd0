// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.TranscriptLine;

/** What Ctrl-C leaves behind: the launcher closes the application, which stops the command. */
class CancelTest {

    private static final String STORED = "the message is stored";

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private LabServer stoppingAt(String line, Script script) throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(script).listener(new LabListener() {
            @Override
            public void line(LabSession session, TranscriptLine told) {
                if (told.toString().startsWith(line)) {
                    shell.stop().stop();
                }
            }

            @Override
            public void messageStored(LabSession session, StoredMessage message) {
                if (line.equals(STORED)) {
                    shell.stop().stop();
                }
            }
        }).build());
    }

    @Test
    void beforeTheContentNothingWasSentAndItCanBeSentAgain() throws IOException {
        try (LabServer server = stoppingAt("C: RCPT", Script.script().on(Stage.RCPT).stall())) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--no", "chunking", "--report",
                    "report.json");

            assertThat(result.code()).as(result.err()).isEqualTo(75);
            assertThat(result.out()).startsWith("deferred  bob@example.org  ");
            assertThat(shell.text("report.json")).contains("\"state\": \"deferred\"", "\"kind\": \"cancelled\"");
        }
    }

    @Test
    void behindTheContentTheOutcomeIsUnknown() throws IOException {
        try (LabServer server = stoppingAt(STORED, Script.script().on(Stage.END_OF_DATA).swallow().stall())) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "-v");

            assertThat(result.code()).as(result.err() + result.out()).isEqualTo(74);
            assertThat(result.out()).startsWith("unknown   bob@example.org  ");
        }
    }

    @Test
    void aBatchReportsEveryMessage() throws IOException {
        try (LabServer server = stoppingAt("C: MAIL FROM:<stop@", Script.script().on(Stage.MAIL).matching("stop@")
                .stall())) {
            shell.file("letters.jsonl", """
                    {"to": "bob@example.org", "text": "1"}
                    {"to": "bob@example.org", "text": "2", "from": "stop@example.org"}
                    {"to": "bob@example.org", "text": "3"}
                    """);
            Result result = shell.send(server, "--batch", "letters.jsonl", "--report", "-");

            assertThat(result.code()).isIn(74, 75);
            assertThat(result.out()).contains("letters.jsonl line 1", "letters.jsonl line 2", "letters.jsonl line 3");
        }
    }

    @Test
    void whatIsStoppedBeforeItBeginsSendsNothing() throws IOException {
        try (LabServer server = stoppingAt("never", Script.script())) {
            shell.stop().stop();

            assertThat(shell.send(server, "--to", "bob@example.org", "--text", "x").code()).isEqualTo(75);
            shell.file("letters.jsonl", "{\"to\": \"bob@example.org\", \"text\": \"1\"}\n");
            assertThat(shell.send(server, "--batch", "letters.jsonl").err()).contains("Cancelled before anything");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void aTextThatIsNotComingIsGivenUp() throws IOException {
        try (LabServer server = stoppingAt("never", Script.script())) {
            shell.in(new StoppedInput());
            Result result = shell.send(server, "--to", "bob@example.org", "-");
            assertThat(result.code()).isEqualTo(75);
            assertThat(result.err()).contains("Cancelled before anything was sent");
            assertThat(shell.send(server, "--batch", "-").code()).isEqualTo(75);
            assertThat(server.messageCount()).isZero();
        }
    }

    private static final class StoppedInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new InterruptedIOException("cancelled");
        }
    }

    @Test
    void aQuestionIsGivenUp() {
        Shell asking = shell.terminal(80, question -> {
            shell.stop().stop();
            return java.util.Optional.of("too late".toCharArray());
        });
        Result result = asking.run("send", "--server", "smtp://ann@localhost", "--from", "a@example.org", "--to",
                "b@example.org", "--text", "x");

        assertThat(result.code()).isEqualTo(75);
        assertThat(result.err()).contains("Cancelled before anything was sent");
    }
}
