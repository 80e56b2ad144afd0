// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;

class SendTest {

    @TempDir
    Path folder;
    private Shell shell;
    private LabServer server;

    @BeforeEach
    void open() throws IOException {
        shell = new Shell(folder);
        server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "sesame").build());
    }

    @AfterEach
    void close() {
        server.close();
    }

    private StoredMessage only() {
        assertThat(server.messages()).hasSize(1);
        return server.messages().get(0);
    }

    @Test
    void takesListsOfAddressesWithNamesAndKeepsBccOut() throws IOException {
        Result result = shell.send(server, "--to", "Bob Ray <bob@example.org>, carol@example.org", "--to",
                "dave@example.org", "--cc", "\"Ebb, Eve\" <eve@example.org>", "--bcc", "frank@example.org", "--subject",
                "Gr\u00FC\u00DFe", "--text", "hi", "--reply-to", "list@example.org", "--header", "X-Job: 42");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(only().recipientAddresses()).containsExactly("bob@example.org", "carol@example.org",
                "dave@example.org", "eve@example.org", "frank@example.org");
        assertThat(only().text()).contains("To: Bob Ray <bob@example.org>, carol@example.org", "X-Job: 42",
                "Reply-To: list@example.org", "Subject: =?UTF-8?").doesNotContain("frank");
    }

    @Test
    void readsTheTextFromStandardInputOnlyWhenAsked() throws IOException {
        shell.in("from the pipe\n.\nend\n");

        assertThat(shell.send(server, "--to", "bob@example.org").code()).isEqualTo(64);
        assertThat(shell.send(server, "--to", "bob@example.org").err()).contains("The message is empty", "--text ''");
        assertThat(shell.send(server, "--to", "bob@example.org", "-").code()).isZero();
        assertThat(only().text()).endsWith("\r\n\r\nfrom the pipe\r\n.\r\nend\r\n");
    }

    @Test
    void readsTextAndHtmlFromFiles() throws IOException {
        shell.file("text.txt", "\uFEFFplain\n");
        shell.file("page.html", "<p>rich</p>");

        assertThat(shell.send(server, "--to", "bob@example.org", "--text-file", "text.txt", "--html-file", "page.html")
                .code()).isZero();
        assertThat(only().text()).contains("multipart/alternative", "\r\n\r\nplain\r\n", "<p>rich</p>");
    }

    @Test
    void anEmptyTextIsFineAndAMessageOfAFileAlone() throws IOException {
        shell.file("a.bin", new byte[] {1, 2, 3});

        assertThat(shell.send(server, "--to", "bob@example.org", "--text", "").code()).isZero();
        assertThat(shell.send(server, "--to", "bob@example.org", "--attach", "a.bin").code()).isZero();
        assertThat(server.messageCount()).isEqualTo(2);
    }

    @Test
    void expandsPatternsItselfAndSorted() throws IOException {
        shell.file("photos/b.txt", "b");
        shell.file("photos/a.txt", "a");
        shell.file("photos/.hidden.txt", "h");
        shell.file("photos/deep/c.txt", "c");

        assertThat(shell.send(server, "--to", "bob@example.org", "--attach", "photos/*.txt").code()).isZero();
        String text = only().text();
        assertThat(text).contains("a.txt", "b.txt").doesNotContain("hidden", "c.txt");
        assertThat(text.indexOf("a.txt")).isLessThan(text.indexOf("b.txt"));
        assertThat(shell.send(server, "--to", "bob@example.org", "--attach", "photos/**/*.txt").code()).isZero();
        assertThat(server.messages().get(1).text()).contains("a.txt", "b.txt", "c.txt").doesNotContain("hidden");
    }

    @Test
    void sendsAMessageFileAsItIsWithoutBcc() throws IOException {
        shell.file("letter.eml", "From: ann@example.org\nTo: bob@example.org\nBcc: carol@example.org\nSubject: x\n\n"
                + "first\n.\nlast\n");

        Result result = shell.run("send", "--server", "smtp://localhost:" + server.port(), "--ca", shell.ca(server),
                "--eml", "letter.eml");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(only().recipientAddresses()).containsExactly("bob@example.org", "carol@example.org");
        assertThat(only().text()).doesNotContain("Bcc", "carol").endsWith("first\r\n.\r\nlast\r\n");
        assertThat(shell.send(server, "--eml", "letter.eml").err()).contains("--eml", "--from has no place beside it");
    }

    @Test
    void theEnvelopeCanDiffer() {
        assertThat(shell.send(server, "--to", "bob@example.org", "--text", "x", "--envelope-from", "", "--envelope-to",
                "carol@example.org,dave@example.org", "--dsn", "failure,delay", "--ret", "hdrs", "--envid", "job-42")
                .code()).isZero();
        assertThat(only().sender()).isEmpty();
        assertThat(only().senderParameters()).containsEntry("RET", "HDRS").containsEntry("ENVID", "job-42");
        assertThat(only().recipientAddresses()).containsExactly("carol@example.org", "dave@example.org");
        assertThat(only().recipients().get(0).parameters().get("NOTIFY")).contains("FAILURE", "DELAY");
    }

    @Test
    void partialFailSendsToNobody() {
        Result result = shell.send(server, "--to", "bob@example.org,reject550@example.org", "--text", "x", "--partial",
                "fail");

        assertThat(result.code()).isEqualTo(67);
        assertThat(result.out()).contains("deferred  bob@example.org", "refused   reject550@example.org");
        assertThat(server.messageCount()).isZero();
    }

    @Test
    void logsInWithASecretFromVariableFileOrCommand() throws IOException {
        shell.set("PW", "sesame");
        Path file = shell.file("password", "sesame\n");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        for (String[] source : List.of(new String[] {"--password-env", "PW"}, new String[] {"--password-file",
                "password"}, new String[] {"--password-command", "echo sesame"})) {
            Result result = shell.run("send", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), source[0], source[1], "--auth", "login", "--from", "ann@example.org", "--to",
                    "bob@example.org", "--text", "hi", "-v", "--report", "report.json", "--transcript", "t.jsonl");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.err()).contains("C: AUTH LOGIN").doesNotContain("sesame", "c2VzYW1l");
            assertThat(shell.text("report.json")).contains("\"mechanism\": \"LOGIN\"").doesNotContain("sesame");
            assertThat(shell.text("t.jsonl")).contains("AUTH LOGIN").doesNotContain("sesame", "c2VzYW1l");
        }
        assertThat(server.messages()).allMatch(message -> message.user().equals(java.util.Optional.of("ann")));
    }

    @Test
    void asksForAPasswordOnATerminalAndNeverOtherwise() {
        String[] words = {"send", "--server", "smtp://ann@localhost:" + server.port(), "--ca", shell.ca(server),
                "--from", "ann@example.org", "--to", "bob@example.org", "--text", "hi"};

        assertThat(shell.in("sesame\n").run(words).code()).isEqualTo(78);
        shell.terminal(80, "sesame");
        assertThat(shell.run(words).code()).isZero();
        shell.terminal(80, "");
        assertThat(shell.run(words).code()).isEqualTo(78);
    }

    @Test
    void aPasswordIsNotSentInClearUnlessSaidInSoManyWords() throws IOException {
        try (LabServer clear = LabServer.start(LabSettings.builder().account("ann", "sesame")
                .mechanisms(org.wirepost.lab.LabMechanism.PLAIN).build())) {
            String[] words = {"send", "--server", "smtp://ann@localhost:" + clear.port(), "--tls", "none",
                    "--password-env", "PW", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "hi",
                    "-v"};
            shell.set("PW", "sesame");

            Result refused = shell.run(words);
            assertThat(refused.code()).isEqualTo(78);
            assertThat(refused.err()).contains("--password-in-clear").doesNotContain("AUTH PLAIN AG");
            String[] more = java.util.Arrays.copyOf(words, words.length + 1);
            more[words.length] = "--password-in-clear";
            assertThat(shell.run(more).code()).isZero();
        }
    }

    @Test
    void extensionsCanBeLeftUnused() {
        Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "-v", "--no", "chunking",
                "--no", "PIPELINING");

        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("C: DATA").doesNotContain("BDAT");
        Result unknown = shell.send(server, "--to", "bob@example.org", "--text", "x", "--no", "chunkin");
        assertThat(unknown.code()).isEqualTo(64);
        assertThat(unknown.err()).contains("--no 'chunkin' is not known; did you mean chunking?");
    }

    @Test
    void dryRunsStopWhereTheySay() {
        for (String stage : List.of("render", "connect", "rcpt")) {
            Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--dry-run", stage);
            assertThat(result.code()).as(stage + result.err()).isZero();
            assertThat(result.out()).as(stage).contains("nothing was sent");
        }
        assertThat(server.messageCount()).isZero();
        assertThat(server.sessions()).hasSize(2);
        assertThat(shell.send(server, "--to", "reject550@example.org", "--text", "x", "--dry-run", "rcpt").code())
                .isEqualTo(67);
        assertThat(shell.send(server, "--to", "b@example.org", "--text", "x", "--dry-run", "auth").err())
                .contains("--dry-run auth needs somebody");
        assertThat(shell.send(server, "--to", "b@example.org", "--text", "x", "--dry-run", "sideways").code())
                .isEqualTo(64);
        Result offline = shell.run("send", "--from", "a@example.org", "--to", "b@example.org", "--text", "x",
                "--dry-run", "render");
        assertThat(offline.out()).startsWith("rendered  message of ");
    }

    @Test
    void repeatsOverOneConnection() {
        Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "--repeat", "25");

        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(25);
        assertThat(server.messageCount()).isEqualTo(25);
        assertThat(server.sessions()).hasSize(1);
        assertThat(shell.send(server, "--to", "b@example.org", "--text", "x", "--repeat", "0").err())
                .contains("--repeat '0' is no whole number from 1 to");
    }

    @Test
    void quietPrintsNothingWhenAllIsWell() {
        Result result = shell.send(server, "--to", "bob@example.org", "--text", "x", "-q");

        assertThat(result.code()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEmpty();
        assertThat(shell.send(server, "--to", "bob@example.org", "--text", "x", "-q", "-v").code()).isEqualTo(64);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertThat(shell.send(server, "--to", "bob@example.org", "--text", "x", "--seed", "4711").code()).isZero();
        }
        assertThat(server.messages().get(0).bytes()).isEqualTo(server.messages().get(1).bytes());
    }

    @Test
    void withoutAuthorServerOrRecipientItSaysWhatToDo() {
        assertThat(shell.run("send", "--to", "bob@example.org", "--text", "x").err()).contains("No server is given",
                "account add");
        assertThat(shell.run("send", "--server", "smtp://localhost", "--to", "bob@example.org", "--text", "x").err())
                .contains("no author", "--from");
        assertThat(shell.send(server, "--text", "x").err()).contains("no recipient", "--to");
        assertThat(shell.send(server, "--to", "b@example.org", "--text", "x", "stray").err()).contains("'stray'");
        assertThat(server.sessions()).isEmpty();
    }

    @Test
    void statesAreColouredOnATerminalOnlyAndNotAgainstTheUsersWish() {
        String[] more = {"--to", "bob@example.org", "--text", "x", "-v"};
        assertThat(shell.send(server, more).out()).doesNotContain("\u001b");
        assertThat(shell.send(server, more).err()).doesNotContain("\u001b");
        shell.terminal(80, "");
        assertThat(shell.send(server, more).out()).startsWith("\u001b[32maccepted\u001b[0m");
        assertThat(shell.send(server, more).err()).contains("\u001b[");
        shell.set("NO_COLOR", "1");
        assertThat(shell.send(server, more).out()).startsWith("accepted");
        assertThat(shell.send(server, more).err()).doesNotContain("\u001b[3");
    }
}
