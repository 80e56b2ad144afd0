// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;

/** Values that try to smuggle commands, headers or escape sequences. */
class HostileInputTest {

    private static final String EVIL = "x\r\nRCPT TO:<mallory@example.org>\u001b[31m\u202e\u0007";

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private static void inert(Result result) {
        assertThat(result.err() + result.out()).doesNotContain("\u001b", "\u202e", "\u0007", "\r");
    }

    @Test
    void noOptionValueReachesTheWireOrTheTerminalAsItIs() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build())) {
            for (String option : List.of("--to", "--cc", "--bcc", "--from", "--reply-to", "--subject", "--header",
                    "--in-reply-to", "--message-id", "--envelope-from", "--envelope-to", "--envid", "--dsn", "--ret",
                    "--ehlo", "--user", "--auth", "--no", "--tls", "--timeout", "--attach", "--inline",
                    "--attach-option", "--eml", "--text-file", "--html-file", "--ca", "--pin", "--partial",
                    "--repeat", "--parallel", "--dry-run", "--batch", "--account", "--password-env", "--token-file")) {
                String value = option.equals("--header") ? "X-Evil: " + EVIL
                        : option.equals("--to") || option.endsWith("from") ? "a" + EVIL + "@example.org" : EVIL;
                List<String> words = new ArrayList<>(List.of("--text", "x", option, value));
                if (!option.equals("--to")) {
                    words.addAll(List.of("--to", "bob@example.org"));
                }
                Result result = shell.send(server, words.toArray(new String[0]));

                assertThat(result.code()).as(option + ": " + result.err()).isIn(64, 65, 66, 78);
                assertThat(result.err()).as(option).startsWith("wirepost: ");
                inert(result);
            }
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void unknownWordsAreShownInert() {
        inert(shell.run(EVIL));
        inert(shell.run("send", "--" + EVIL));
        inert(shell.run("send", EVIL, EVIL));
        inert(shell.run("help", EVIL));
        inert(shell.run("account", EVIL));
        inert(shell.run("account", "add", EVIL, "--from", "a@gmail.com"));
        inert(shell.run("account", "show", EVIL));
        inert(shell.run("check", "--server", "smtp://" + EVIL));
        inert(shell.run("handlers", EVIL));
        inert(shell.run("lab", "--tls", EVIL));
    }

    @Test
    void theServersWordsAreShownInert() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(Script.script()
                .on(Stage.RCPT).reply("550 5.1.1 \u001b[2J\u001b]0;owned\u0007\u202egone")).build())) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "-v");

            assertThat(result.code()).isEqualTo(67);
            assertThat(result.out()).contains("\\x1b[2J");
            inert(result);
            inert(shell.run("check", "--server", "smtp://localhost:" + server.port(), "--ca", shell.ca(server)));
        }
        try (LabServer server = LabServer.start(LabSettings.builder().extraCapabilities("X-\u001b[31mRED \u202e")
                .banner("\u001b[2J hello").build())) {
            inert(shell.run("caps", "--server", "smtp://localhost:" + server.port(), "--tls", "none"));
            inert(shell.run("check", "--server", "smtp://localhost:" + server.port(), "--tls", "none"));
        }
    }

    @Test
    void whatIsQueuedIsShownInert() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).build())) {
            Result queued = shell.send(server, "--to", "\"b\u202Ec\"@example.org", "--subject", "a\u202Egpj\u200B",
                    "--text", "x", "--queue");
            assertThat(queued.code()).as(queued.err()).isZero();
            inert(queued);
        }
        for (String form : List.of("--json", "")) {
            Result list = form.isEmpty() ? shell.run("outbox", "list") : shell.run("outbox", "list", form);
            assertThat(list.code()).as(list.err()).isZero();
            assertThat(list.out()).contains("\\u202egpj");
            inert(list);
        }
    }

    @Test
    void fileNamesAreShownInert() {
        shell.file("a\u001b[31m\u202e.txt", "x");

        inert(shell.run("handlers", "*.txt"));
        inert(shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--attach", "*.txt", "-v"));
    }

    @Test
    void batchLinesAreShownInert() {
        shell.file("lines.jsonl", "{\"\\u001b[31m\": \"x\"}\n{\"to\": \"a\\r\\n\\u001b@b\", \"text\": \"x\"}\n"
                + "\u001b[2J\n");
        Result result = shell.run("send", "--server", "smtp://localhost", "--from", "a@example.org", "--batch",
                "lines.jsonl");

        assertThat(result.code()).isEqualTo(65);
        inert(result);
    }

    @Test
    void aMegabyteIsNotRepeatedAndTheReportIsInertToo() throws IOException {
        Result huge = shell.run("send", "--server", "smtp://localhost", "--from", "a@example.org", "--to",
                "x".repeat(1 << 20), "--text", "x");
        assertThat(huge.err()).hasSizeLessThan(20_000);
        try (LabServer server = LabServer.start(LabSettings.builder().script(Script.script().on(Stage.RCPT)
                .reply("550 5.1.1 \u202Egone\u009b31m")).build())) {
            shell.file("one.jsonl", "{\"to\": \"b@example.org\", \"text\": \"x\", \"label\": \""
                    + "l".repeat(1 << 20) + "\"}\n");
            Result result = shell.run("send", "--server", "smtp://localhost:"
                    + server.port(), "--tls", "none", "--from",
                    "a@example.org", "--batch", "one.jsonl", "--report", "report.json");

            assertThat(result.code()).isEqualTo(67);
            assertThat(result.out() + result.err()).hasSizeLessThan(20_000).contains("\\u202egone");
            assertThat(shell.text("report.json")).contains("\\u202egone").doesNotContain("\u202E", "\u009b");
        }
    }

    @Test
    void aTextWithoutEndIsRefusedBeforeItFillsTheMemory() {
        shell.file("long.txt", "x".repeat((4 << 20) + 1));

        Result result = shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--text-file",
                "long.txt");

        assertThat(result.code()).isEqualTo(66);
        assertThat(result.err()).contains("--text-file long.txt is longer than 4 MiB", "attach it instead");
    }

    @Test
    void aFileNameOfAnotherCharacterSetIsNotSaidToBeMissing() {
        Result result = shell.run("render", "--from", "a@example.org", "--to", "b@example.org", "--attach",
                "caf\uFFFD.txt");

        assertThat(result.code()).isEqualTo(66);
        assertThat(result.err()).contains("not in the character set of the locale", "a pattern with *");
    }
}
