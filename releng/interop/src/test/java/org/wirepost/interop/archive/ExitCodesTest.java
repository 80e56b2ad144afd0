// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.TranscriptLine;

/** The exit codes of the process, which is all that many a script looks at. */
class ExitCodesTest {

    @TempDir
    private Path folder;

    private User user;

    @BeforeEach
    void arrive() throws IOException {
        user = new User(folder);
    }

    private static LabServer lab(Script script) throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(script).build());
    }

    private Result sendTo(String server, String... more) throws IOException {
        String[] words = {"send", "--server", server, "--from", "ann@example.org", "--to", "bob@example.org", "--text",
            "hi"};
        return user.run(Stream.of(words, more).flatMap(Stream::of).toArray(String[]::new));
    }

    /** The sentence on standard error is short, says who complains, and is no stack trace. */
    private static void says(Result result, int code, String... words) {
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).startsWith("wirepost: ").contains(words).doesNotContain("\tat ", "Exception");
    }

    @Test
    void okWhenEveryRecipientWasAccepted() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = user.send(server, "--to", "bob@example.org", "--cc", "carol@example.org", "--text", "hi");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.lines()).containsExactly(
                    "accepted  bob@example.org  250 2.0.0 Taken over as message 1",
                    "accepted  carol@example.org  250 2.0.0 Taken over as message 1");
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void usage64() throws IOException {
        says(user.run("send", "--subjet", "x"), 64, "--subjet", "--subject");
    }

    @Test
    void badAddress65() throws IOException {
        says(sendTo("smtp://localhost", "--cc", "carol@@example.org"), 65, "carol@@example.org", "^");
    }

    @Test
    void missingAttachment66() throws IOException {
        says(sendTo("smtp://localhost", "--attach", "nothing.jpg"), 66, "nothing.jpg");
    }

    @Test
    void brokenAttachment66() throws IOException {
        Files.writeString(folder.resolve("broken.jpg"), "\u00FF\u00D8\u00FF", StandardCharsets.ISO_8859_1);

        says(sendTo("smtp://localhost", "--attach", "broken.jpg"), 66, "broken.jpg");
    }

    @Test
    void refusedRecipient67() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = user.send(server, "--to", "bob@example.org,reject5@example.org", "--text", "hi");

            assertThat(result.code()).isEqualTo(67);
            assertThat(result.lines()).containsExactly(
                    "accepted  bob@example.org  250 2.0.0 Taken over as message 1",
                    "refused   reject5@example.org  550 5.1.1 No such user here");
        }
    }

    @Test
    void hostNotFound68() throws IOException {
        says(sendTo("smtp://no-such-host.invalid"), 68, "no-such-host.invalid");
    }

    @Test
    void refusedMessage69() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).reply("554 5.7.1 Looks like spam"))) {
            Result result = user.send(server, "--to", "bob@example.org", "--text", "hi");

            assertThat(result.code()).isEqualTo(69);
            assertThat(result.out()).isEqualTo("refused   bob@example.org  554 5.7.1 Looks like spam\n");
        }
    }

    @Test
    void reportThatCannotBeWritten73() throws IOException {
        says(sendTo("smtp://localhost", "--report", "no/such/folder/report.json"), 73, "no/such/folder");
    }

    @Test
    void unknownOutcome74() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            Result result = user.send(server, "--to", "bob@example.org", "--text", "hi");

            assertThat(result.code()).isEqualTo(74);
            assertThat(result.out()).startsWith("unknown   bob@example.org  ");
        }
    }

    @Test
    void noConnection75() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Result result = sendTo("smtp://localhost:" + port);

        says(result, 75, "localhost", String.valueOf(port));
        assertThat(result.out()).startsWith("deferred  bob@example.org  ");
    }

    @Test
    void brokenProtocol76() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.GREETING).reply("hello there"))) {
            says(user.send(server, "--to", "bob@example.org", "--text", "hi"), 76, "hello there");
        }
    }

    @Test
    void refusedPassword77() throws IOException {
        LabSettings settings = LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "right").build();
        try (LabServer server = LabServer.start(settings)) {
            user.set("PW", "wr0ng-password");
            Result result = user.send(server, "--user", "ann", "--password-env", "PW", "--to", "bob@example.org",
                    "--text", "hi", "-v");

            assertThat(result.code()).isEqualTo(77);
            assertThat(result.err()).contains("535").doesNotContain("wr0ng-password");
        }
    }

    @Test
    void missingSecret78AndNobodyIsAsked() throws IOException {
        String[] server = {"--server", "smtp://ann@localhost"};
        says(user.run("check", server[0], server[1], "--password-env", "NOT_SET"), 78, "NOT_SET");
        says(user.feed("typed\n", "check", server[0], server[1]), 78, "password of ann", "--password-env");
    }

    @Test
    void untrustedCertificate78() throws IOException {
        try (LabServer server = lab(Script.script())) {
            says(sendTo("smtp://localhost:" + server.port()), 78, "certificate of localhost", "--ca");
        }
    }

    @Test
    void endedFromOutsideBeforeAnythingWasSent75() throws Exception {
        Result result = interruptedAt(Stage.MAIL);

        assertThat(result.code()).as(result.err()).isEqualTo(75);
        assertThat(result.out()).startsWith("deferred  bob@example.org  ");
    }

    @Test
    void endedFromOutsideWhenTheServerMayHaveTakenIt74() throws Exception {
        Result result = interruptedAt(Stage.END_OF_DATA);

        assertThat(result.code()).as(result.err()).isEqualTo(74);
        assertThat(result.out()).startsWith("unknown   bob@example.org  ");
    }

    private Result interruptedAt(Stage stage) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        LabSettings settings = LabSettings.builder().tls(LabTls.STARTTLS).script(Script.script().on(stage).stall())
                .listener(new LabListener() {
                    @Override
                    public void line(LabSession session, TranscriptLine line) {
                        if (line.text().equals("By script: Stall")) {
                            reached.countDown();
                        }
                    }
                }).build();
        try (LabServer server = LabServer.start(settings)) {
            User.Running running = user.start(Path.of("/dev/null"), user.sending(server, "--to", "bob@example.org",
                    "--text", "hi", "--no", "pipelining,chunking"));
            assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
            return running.interrupt().result();
        }
    }
}
