// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.headless.internal.report.Schema;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

class ReportTest {

    @TempDir
    Path folder;
    private Shell shell;
    private LabServer server;
    private Schema schema;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        schema = new Schema();
        server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void standardOutputHoldsTheReportAloneWhenItIsAskedFor() {
        shell.file("note.txt", "attached");
        Result result = shell.send(server, "--to", "bob@example.org,reject550@example.org,defer451@example.org",
                "--text", "x", "--attach", "note.txt", "--report", "-");

        JsonObject report = schema.check(result.out());
        assertThat(report.get("exit").getAsInt()).isEqualTo(result.code()).isEqualTo(67);
        JsonObject message = report.getAsJsonArray("messages").get(0).getAsJsonObject();
        assertThat(message.get("messageId").getAsString()).endsWith("@example.org");
        assertThat(message.get("size").getAsLong()).isEqualTo(server.messages().get(0).octets());
        assertThat(message.getAsJsonObject("server").get("tls").getAsString()).isEqualTo("TLSv1.3");
        JsonObject refused = message.getAsJsonArray("recipients").get(1).getAsJsonObject();
        assertThat(refused.get("address").getAsString()).isEqualTo("reject550@example.org");
        assertThat(refused.get("state").getAsString()).isEqualTo("refused");
        assertThat(refused.get("code").getAsInt()).isEqualTo(550);
        assertThat(refused.get("enhanced").getAsString()).isEqualTo("5.1.1");
        assertThat(refused.get("text").getAsString()).isEqualTo("5.1.1 No such user here");
        assertThat(refused.get("stage").getAsString()).isEqualTo("rcpt");
        assertThat(message.getAsJsonObject("millis").has("tls")).isTrue();
        assertThat(message.getAsJsonArray("attachments")).hasSize(1);
    }

    @Test
    void aFileAppearsWholeAndLeavesNoOther() throws IOException {
        shell.file("report.json", "old");
        Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--report", "report.json");

        assertThat(result.out()).startsWith("accepted");
        schema.check(shell.text("report.json"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void whatFailsBeforeAnyMessageStandsInTheReportToo() throws IOException {
        Result result = shell.run("send", "--server", "smtp://ann@localhost", "--password-env", "NOT_SET", "--from",
                "ann@example.org", "--to", "bob@example.org", "--text", "x", "--report", "report.json");

        JsonObject report = schema.check(shell.text("report.json"));
        assertThat(report.getAsJsonArray("messages")).isEmpty();
        assertThat(report.get("error").getAsString()).contains("NOT_SET is not set");
        assertThat(report.get("exit").getAsInt()).isEqualTo(result.code()).isEqualTo(78);
    }

    @Test
    void aBadMessageIsReportedWithItsFailure() {
        Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--header", "Subject: no",
                "--report", "-");

        JsonObject message = schema.check(result.out()).getAsJsonArray("messages").get(0).getAsJsonObject();
        assertThat(message.getAsJsonObject("failure").get("kind").getAsString()).isEqualTo("bad-input");
        assertThat(message.getAsJsonObject("failure").get("exit").getAsInt()).isEqualTo(result.code()).isEqualTo(65);
        assertThat(message.getAsJsonArray("recipients")).isEmpty();
    }

    @Test
    void aSessionThatFailsIsReportedWithStageAndReply() {
        Result result = shell.run("send", "--server", "smtp://localhost:" + server.port(), "--from", "ann@example.org",
                "--to", "bob@example.org", "--text", "x", "--report", "-");

        JsonObject failure = schema.check(result.out()).getAsJsonArray("messages").get(0).getAsJsonObject()
                .getAsJsonObject("failure");
        assertThat(failure.get("kind").getAsString()).isEqualTo("certificate");
        assertThat(failure.get("stage").getAsString()).isEqualTo("tls");
        assertThat(failure.get("permanent").getAsBoolean()).isTrue();
    }

    @Test
    void aReaderThatHasGoneIsNoError() {
        Result result = shell.out(new GonePipe()).send(server, "--to", "bob@example.org", "--text", "x");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(server.messageCount()).isOne();
        assertThat(shell.send(server, "--to", "bob@example.org", "--text", "x", "--report", "-").err()).isEmpty();
        assertThat(shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--text", "x").err())
                .isEmpty();
    }

    @Test
    void aFullDiskIsAnError() {
        Result result = shell.out(new FullDisk()).send(server, "--to", "bob@example.org", "--text", "x");

        assertThat(result.code()).isEqualTo(73);
        assertThat(result.err()).contains("No space left on device");
        assertThat(shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--text", "x").code())
                .isEqualTo(73);
    }

    @Test
    void anUnknownOutcomeIsWorseThanAReportThatCannotBeWritten() throws IOException {
        try (LabServer silent = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(Script.script()
                .on(Stage.END_OF_DATA).swallow().close()).build())) {
            Result result = shell.out(new FullDisk()).send(silent, "--to", "bob@example.org", "--text", "x", "--report",
                    "-");

            assertThat(result.code()).isEqualTo(74);
            assertThat(result.err()).contains("The report cannot be written: No space left on device");
        }
    }

    private static final class GonePipe extends java.io.OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    private static final class FullDisk extends java.io.OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
