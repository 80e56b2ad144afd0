// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/** What {@code send --retry} does without a queue. */
@Timeout(60)
class RetryTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private static LabServer lab(Script script) throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(script).build());
    }

    private static Script greylisting() {
        return Script.script().on(Stage.RCPT).matching("bob@").inSession(1).reply("450 4.2.0 Greylisted");
    }

    @Test
    void sendsAgainToThoseWhoWereDeferredAndSaysWhen() throws IOException {
        try (LabServer server = lab(greylisting())) {
            Result result = shell.send(server, "--to", "ann@example.org, bob@example.org", "--text", "x", "--retry",
                    "2", "--retry-wait", "20ms", "--report", "r.json");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.lines()).hasSize(2).allMatch(line -> line.startsWith("accepted "));
            assertThat(result.err()).contains("Trying again in less than a second (1 of 2): bob@example.org, "
                    + "450 4.2.0 Greylisted");
            assertThat(server.messageCount()).isEqualTo(2);
            assertThat(server.messages().get(1).recipientAddresses()).containsExactly("bob@example.org");
            assertThat(server.messages().get(0).text()).isEqualTo(server.messages().get(1).text());
            assertThat(shell.text("r.json")).contains("\"exit\": 0").doesNotContain("deferred");
        }
    }

    @Test
    void triesABatchAgainMessageByMessage() throws IOException {
        try (LabServer server = lab(greylisting())) {
            shell.file("letters.jsonl", """
                    {"to": "ann@example.org", "text": "1"}
                    {"to": "bob@example.org", "text": "2"}
                    """);
            Result result = shell.send(server, "--batch", "letters.jsonl", "--retry", "1", "--retry-wait", "20ms",
                    "--quiet");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(server.messageCount()).isEqualTo(2);
        }
    }

    @Test
    void neverSendsAgainWhatIsUnknown() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--retry", "9",
                    "--retry-wait", "1ms");

            assertThat(result.code()).isEqualTo(74);
            assertThat(server.messageCount()).isEqualTo(1);
        }
    }

    @Test
    void endsWithTheUsualCodeWhenAllTriesAreUsedUp() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.RCPT).reply("450 4.2.1 Busy"))) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--retry", "2",
                    "--retry-wait", "1ms");

            assertThat(result.code()).isEqualTo(75);
            assertThat(result.out()).startsWith("deferred  bob@example.org  450 4.2.1 Busy");
            assertThat(server.sessions()).hasSize(3);
        }
    }

    @Test
    void tellsWhatWasNotSentWhenItIsStoppedWhileItWaits() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(greylisting())
                .listener(new LabListener() {
                    @Override
                    public void sessionEnded(LabSession session) {
                        new Thread(shell.stop()::stop).start();
                    }
                }).build())) {
            Result result = shell.send(server, "--to", "ann@example.org, bob@example.org", "--text", "x", "--retry",
                    "3");

            assertThat(result.code()).isEqualTo(75);
            assertThat(result.out()).contains("accepted  ann@example.org", "deferred  bob@example.org");
            assertThat(result.err()).contains("Stopped before the next try");
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (String[] words : new String[][] {{"--retry-wait", "5m"}, {"--retry", "1", "--dry-run", "rcpt"},
            {"--retry", "2", "--repeat", "2"}, {"--retry", "-1"}, {"--retry", "2", "--retry-wait", "soon"}}) {
            String[] all = new String[words.length + 9];
            System.arraycopy(new String[] {"send", "--server", "smtp://localhost:1", "--from", "a@example.org", "--to",
                "b@example.org", "--text", "x"}, 0, all, 0, 9);
            System.arraycopy(words, 0, all, 9, words.length);
            Result result = shell.run(all);
            assertThat(result.code()).as(String.join(" ", words)).isEqualTo(64);
            assertThat(result.err()).contains("--retry");
        }
    }
}
