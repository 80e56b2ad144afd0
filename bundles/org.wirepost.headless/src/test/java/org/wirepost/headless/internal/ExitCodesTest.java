// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;

/** Each exit code that a script can rely on, with what stands on both streams. */
class ExitCodesTest {

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

    private Result plain(LabServer server, String... more) {
        return shell.send(server, join(more, "--to", "bob@example.org", "--text", "hi"));
    }

    private static String[] join(String[] first, String... second) {
        String[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void says(Result result, int code, String... words) {
        assertThat(result.code()).as(result.err()).isEqualTo(code);
        assertThat(result.err()).startsWith("wirepost: ").contains(words);
        assertThat(result.err().lines().findFirst().orElseThrow()).hasSizeLessThan(300);
    }

    @Test
    void okWhenEveryRecipientWasAccepted() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = plain(server);

            assertThat(result.code()).isZero();
            assertThat(result.out()).isEqualTo("accepted  bob@example.org  250 2.0.0 Taken over as message 1\n");
            assertThat(result.err()).isEmpty();
        }
    }

    @Test
    void usage64() {
        says(shell.run("send", "--subjet", "x"), 64, "Unknown option --subjet", "--subject", "--help");
    }

    @Test
    void trustInAServerThatProvesNothing64() {
        for (String option : new String[] {"--ca", "--pin"}) {
            says(shell.run("send", "--server", "smtp://localhost", "--tls", "none", option, "x", "--from",
                    "ann@example.org", "--to", "bob@example.org", "--text", "hi"), 64, option, "without TLS",
                    "leave out " + option, "--tls required");
        }
    }

    @Test
    void badAddress65() {
        says(shell.run("send", "--server", "smtp://localhost", "--from", "ann@example.org", "--to", "bob@@example.org",
                "--text", "hi"), 65, "--to", "bob@@example.org", "^");
    }

    @Test
    void missingAttachment66() {
        says(shell.run("send", "--server", "smtp://localhost", "--from", "ann@example.org", "--to", "bob@example.org",
                "--attach", "nothing.jpg"), 66, "--attach nothing.jpg does not exist");
    }

    @Test
    void refusedRecipient67AndTheOthersGetIt() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = plain(server, "--cc", "reject550@example.org");

            assertThat(result.code()).isEqualTo(67);
            assertThat(result.lines()).containsExactly(
                    "accepted  bob@example.org  250 2.0.0 Taken over as message 1",
                    "refused   reject550@example.org  550 5.1.1 No such user here");
            assertThat(server.messageCount()).isOne();
        }
    }

    @Test
    void hostNotFound68() {
        says(shell.run("send", "--server", "smtp://no-such-host.invalid", "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi"), 68, "no-such-host.invalid");
    }

    @Test
    void refusedMessage69() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).reply("554 5.7.1 Looks like spam"))) {
            Result result = plain(server);

            assertThat(result.code()).isEqualTo(69);
            assertThat(result.out()).isEqualTo("refused   bob@example.org  554 5.7.1 Looks like spam\n");
        }
    }

    @Test
    void ourBug70WithTheDetailsInAFileThatHoldsNothingThatWasTyped() {
        Result result = shell.with(new Broken()).run("send", "--server", "smtp://localhost", "--from",
                "ann@example.org", "--to", "bob@example.org", "--text", "s3cret");

        says(result, 70, "fault of Wirepost (IllegalStateException)", "crash-");
        String file = result.err().substring(result.err().indexOf("file ") + 5).strip().replaceAll("\\.$", "");
        assertThat(shell.text(file)).contains("IllegalStateException", "at org.wirepost", "command send")
                .doesNotContain("s3cret");
        assertThat(shell.run("send", "-v", "--server", "smtp://localhost", "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "x").err()).contains("at org.wirepost").doesNotContain("s3cret");
    }

    @Test
    void reportThatCannotBeWritten73IsFoundOutBeforeConnecting() throws IOException {
        try (LabServer server = lab(Script.script())) {
            says(plain(server, "--report", "no/such/folder/report.json"), 73, "--report", "no/such/folder");
            says(plain(server, "--report", folder.toString()), 73, "is a folder");
            says(plain(server, "--transcript", "no/such/folder/t.txt"), 73, "--transcript");
            assertThat(server.sessions()).isEmpty();
        }
    }

    @Test
    void aTranscriptThatCannotBeWrittenToItsEnd73() throws IOException {
        assumeThat(Path.of("/dev/full")).exists();
        try (LabServer server = lab(Script.script())) {
            Result result = plain(server, "--transcript", "/dev/full");

            says(result, 73, "The transcript /dev/full cannot be written");
            assertThat(result.out()).startsWith("accepted  bob@example.org  ");
        }
    }

    @Test
    void wordsThatStandardOutputDoesNotTake73() {
        shell.out(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        for (String command : List.of("help", "completion", "handlers", "--version", "account presets")) {
            says(shell.run(command.split(" ")), 73, "Standard output cannot be written: No space left on device.");
        }
    }

    @Test
    void unknownOutcome74() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            Result result = plain(server);

            assertThat(result.code()).isEqualTo(74);
            assertThat(result.out()).startsWith("unknown   bob@example.org  ");
        }
    }

    @Test
    void temporary75() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = plain(server, "--cc", "defer451@example.org");

            assertThat(result.code()).isEqualTo(75);
            assertThat(result.out()).contains("deferred  defer451@example.org  450 4.2.1");
        }
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        Result refused = shell.run("send", "--server", "smtp://localhost:" + port, "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi");
        says(refused, 75, "No connection to localhost port " + port);
        assertThat(refused.out()).startsWith("deferred  bob@example.org  ");
    }

    @Test
    void brokenProtocol76() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.GREETING).reply("hello there"))) {
            says(plain(server), 76, "hello there");
        }
    }

    @Test
    void refusedPassword77() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "right")
                .build())) {
            Result result = shell.set("PW", "wr0ng-password").run("send", "--server",
                    "smtp://ann@localhost:" + server.port(), "--ca", shell.ca(server), "--password-env", "PW",
                    "--from", "ann@example.org", "--to", "bob@example.org", "--text", "hi", "-v");

            assertThat(result.code()).isEqualTo(77);
            assertThat(result.err()).contains("535").doesNotContain("wr0ng-password");
        }
    }

    @Test
    void missingSecretAndUntrustedCertificate78() throws IOException {
        says(shell.run("send", "--server", "smtp://ann@localhost", "--password-env", "NOT_SET", "--from",
                "ann@example.org", "--to", "bob@example.org", "--text", "hi"), 78, "NOT_SET is not set");
        shell.set("EMPTY", "");
        says(shell.run("send", "--server", "smtp://ann@localhost", "--password-env", "EMPTY", "--from",
                "ann@example.org", "--to", "bob@example.org", "--text", "hi"), 78, "EMPTY is empty");
        says(shell.run("send", "--server", "smtp://ann@localhost", "--from", "ann@example.org", "--to",
                "bob@example.org", "--text", "hi"), 78, "The password of ann is missing", "--password-env");
        try (LabServer server = lab(Script.script())) {
            says(shell.run("send", "--server", "smtp://localhost:" + server.port(), "--from", "ann@example.org", "--to",
                    "bob@example.org", "--text", "hi"), 78, "certificate of localhost is not accepted", "--ca");
            assertThat(server.messageCount()).isZero();
        }
    }

    /** Has a bug. */
    private static final class Broken implements DeliveryService {
        @Override
        public Handlers handlers() {
            return new Handlers();
        }

        @Override
        public Attachments attachments() {
            throw new IllegalStateException("s3cret");
        }

        @Override
        public Extensions extensions() {
            return Extensions.NONE;
        }

        @Override
        public Preparer preparer(PrepareSettings settings) {
            throw new IllegalStateException("s3cret");
        }

        @Override
        public Deliverer deliverer(Preparer preparer, Executor executor) {
            throw new IllegalStateException("s3cret");
        }
    }
}
