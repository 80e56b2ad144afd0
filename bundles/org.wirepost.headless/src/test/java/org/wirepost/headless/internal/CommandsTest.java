// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabMechanism;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/** All commands but {@code send}. */
class CommandsTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private static LabServer lab(LabTls tls) throws IOException {
        return LabServer.start(LabSettings.builder().tls(tls).account("ann", "sesame").build());
    }

    @Test
    void checkWalksStepByStep() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            shell.set("PW", "sesame");
            Result result = shell.run("check", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), "--password-env", "PW");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.lines()).extracting(line -> line.replaceAll(" +", " ").split(" ")[1]).startsWith("dns",
                    "tcp", "greeting", "ehlo", "starttls", "tls", "ehlo", "auth");
            assertThat(result.lines().subList(0, 8)).allMatch(line -> line.startsWith("ok "))
                    .allMatch(line -> line.matches(".* \\([0-9.]+ m?s\\)"));
            assertThat(result.out()).endsWith("is ready to take mail from ann; nothing was sent.\n");
            assertThat(server.messageCount()).isZero();
        }
    }

    @Test
    void checkStopsAtTheFirstFailureAndSaysWhatToDo() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            Result result = shell.run("check", "--server", "smtp://localhost:" + server.port());

            assertThat(result.code()).isEqualTo(78);
            assertThat(result.lines()).last().asString().startsWith("FAILED  tls");
            assertThat(result.err()).contains("stopped at tls", "--ca FILE");
            shell.set("PW", "wrong-one");
            Result refused = shell.run("check", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), "--password-env", "PW");
            assertThat(refused.code()).isEqualTo(77);
            assertThat(refused.lines()).last().asString().startsWith("FAILED  auth").doesNotContain("wrong-one");
        }
        assertThat(shell.run("check", "--server", "smtp://no-such-host.invalid").code()).isEqualTo(68);
    }

    @Test
    void checkWithoutAUserSaysThatNobodyLoggedIn() throws IOException {
        try (LabServer server = lab(LabTls.IMPLICIT)) {
            Result result = shell.run("check", "--server", "smtps://localhost:" + server.port(), "--ca",
                    shell.ca(server));

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).contains("-       auth      no user is given");
        }
    }

    @Test
    void capsShowsBothListsTheDifferenceAndTheCertificate() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            Result result = shell.run("caps", "--server", "smtp://localhost:" + server.port(), "--ca",
                    shell.ca(server));

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).contains("In clear:", "  PIPELINING ", "(RFC 2920)", "Over TLS (TLSv1.3",
                    "\n+ AUTH ", "\n- STARTTLS ", "up to 4.3 GB", "certificate 1 of 2: CN=localhost",
                    "public key sha256//");
            String pin = result.out().substring(result.out().indexOf("sha256//")).lines().findFirst().orElseThrow();
            assertThat(shell.run("caps", "--server", "smtp://localhost:" + server.port(), "--pin", pin).code())
                    .isZero();
        }
    }

    @Test
    void capsShowsWhatIsKnownWhenTheCertificateIsNotTrusted() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            Result result = shell.run("caps", "--server", "smtp://localhost:" + server.port());

            assertThat(result.code()).isEqualTo(78);
            assertThat(result.out()).contains("In clear:", "certificate 1 of 2: CN=localhost");
            assertThat(result.err()).contains("not accepted", "--ca FILE");
        }
    }

    @Test
    void renderWritesTheMessageAndTheTree() {
        shell.file("note.txt", "attached\n");
        String[] words = {"render", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "Gr\u00FC\u00DFe",
                "--attach", "note.txt", "--seed", "1", "-v"};
        Result result = shell.run(words);

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("Date: ").contains("\r\nFrom: ann@example.org\r\n", "multipart/mixed");
        assertThat(result.err()).contains("1  multipart/mixed", "1.1  text/plain", "1.2  text/plain", "note.txt",
                "octets above 127", "7bit", "note.txt: text/plain, 9 octets").doesNotContain("seven_bit");
        assertThat(shell.run(words).out()).isEqualTo(result.out());
        assertThat(shell.run("render", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "x",
                "--output", "x.eml").code()).isZero();
        assertThat(shell.text("x.eml")).contains("\r\n\r\nx\r\n");
        assertThat(shell.run("render", "--from", "ann@example.org", "--to", "bob@example.org", "--text",
                "Gr\u00FC\u00DFe", "--assume", "8bitmime").out())
                .contains("Transfer-Encoding: 8bit", "Gr\u00FC\u00DFe");
        assertThat(shell.run("render", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "x",
                "--assume", "turbo").code()).isEqualTo(64);
        assertThat(shell.run("render", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "x",
                "--output", "no/where.eml").code()).isEqualTo(73);
    }

    @Test
    void handlersListsWhatIsInstalledAndInspectsFiles() {
        shell.file("note.txt", "plain words\n");

        assertThat(shell.run("handlers").out()).contains("*/*  by org.wirepost.mime", "built in");
        assertThat(shell.run("handlers", "*.txt").out()).contains("note.txt  text/plain");
        assertThat(shell.run("handlers", "nothing.txt").code()).isEqualTo(66);
    }

    @Test
    void accountsAreAddedListedShownChosenAndRemoved() {
        Result none = shell.run("account", "list");
        assertThat(none.code()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).isEqualTo("No accounts yet; add one with 'wirepost account add NAME'.\n");
        Result added = shell.run("account", "add", "work", "--server", "smtp://ann@mail.example.org", "--from",
                "Ann Sand <ann@example.org>", "--password-env", "PW", "--signature", "Ann", "--timeout", "10s",
                "--dsn", "failure", "--no", "chunking", "--auth", "plain");
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(shell.run("account", "add", "home", "--from", "me@gmail.com", "--password-command",
                "pass show gmail").out()).contains("app password", "https://");

        assertThat(shell.run("account", "list").lines()).satisfiesExactly(
                first -> assertThat(first).startsWith("* work  ann@example.org  smtp://mail.example.org:587"),
                second -> assertThat(second).startsWith("  home  me@gmail.com  smtps://smtp.gmail.com:465")
                        .contains("the command pass").doesNotContain("show gmail"));
        assertThat(shell.run("account", "show").out()).contains("account     work (the default)",
                "Ann Sand <ann@example.org>", "signature   Ann", "without     CHUNKING", "by PLAIN",
                "the environment variable PW", "timeout     10.0 s", "dsn         failure");
        assertThat(shell.run("account", "default", "home").code()).isZero();
        assertThat(shell.run("account", "show").out()).contains("home (the default)");
        assertThat(shell.run("account", "remove", "home").code()).isZero();
        assertThat(shell.run("account", "show", "home").code()).isEqualTo(78);
        assertThat(shell.run("account", "remove", "home").err()).contains("There is no account \"home\"");
        assertThat(shell.run("account", "presets").out()).contains("gmail", "fastmail");
        assertThat(shell.run("account", "add", "my work", "--server", "smtp://mail.example.org").out())
                .contains("'wirepost check --account \"my work\"' tries it.");
    }

    @Test
    void accountAddSaysWhatIsMissingOrDouble() {
        assertThat(shell.run("account", "add", "x").err()).contains("no author", "--from");
        assertThat(shell.run("account", "add", "x", "--from", "a@unknown.example").err()).contains(
                "provider of a@unknown.example is not known", "--server");
        assertThat(shell.run("account", "add", "x", "--from", "a@b.example", "--preset", "gmial").err()).contains(
                "did you mean gmail?");
        assertThat(shell.run("account", "add").code()).isEqualTo(64);
        assertThat(shell.run("account", "add", "x", "--from", "a@gmail.com").code()).isZero();
        assertThat(shell.run("account", "add", "x", "--from", "a@gmail.com").code()).isEqualTo(78);
        assertThat(shell.run("account", "add", "x", "--from", "b@gmail.com", "--replace").code()).isZero();
        assertThat(shell.run("account", "add", "y", "--server", "smtp://a:secret@host", "--from", "a@b.example").err())
                .doesNotContain("secret");
    }

    @Test
    void anAccountIsUsedBySendWithItsIdentity() throws IOException {
        try (LabServer server = lab(LabTls.STARTTLS)) {
            shell.set("PW", "sesame").run("account", "add", "lab", "--server", "smtp://ann@localhost:" + server.port(),
                    "--ca", shell.ca(server), "--from", "Ann Sand <ann@example.org>", "--reply-to",
                    "list@example.org", "--signature", "Ann from the lab", "--password-env", "PW");
            Result result = shell.run("send", "--to", "bob@example.org", "--text", "hi");

            assertThat(result.code()).as(result.err()).isZero();
            assertThat(server.messages().get(0).text()).contains("From: Ann Sand <ann@example.org>",
                    "Reply-To: list@example.org", "\r\n\r\nhi\r\n-- \r\nAnn from the lab\r\n");
            assertThat(server.messages().get(0).user()).contains("ann");
            assertThat(shell.run("send", "--account", "LAB", "--to", "b@example.org", "--text", "x").code()).isZero();
            assertThat(shell.run("send", "--account", "lub", "--to", "b@example.org", "--text", "x").err()).contains(
                    "There is no account \"lub\"", "only lab");
        }
    }

    @Test
    void secretsAreKeptInTheEncryptedStore() throws IOException {
        shell.set("WIREPOST_MASTER_PASSWORD", "open sesame");
        assertThat(shell.in("h1dden\n").run("secret", "set", "lab").out()).contains("lab is kept").doesNotContain(
                "h1dden");
        assertThat(shell.run("secret", "list").out()).isEqualTo("lab\n");
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "h1dden")
                .mechanisms(LabMechanism.LOGIN).build())) {
            Result result = shell.run("send", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), "--password-store", "lab", "--from", "a@example.org", "--to", "b@example.org",
                    "--text", "x");
            assertThat(result.code()).as(result.err()).isZero();
        }
        assertThat(shell.run("secret", "remove", "lab").code()).isZero();
        assertThat(shell.run("secret", "remove", "lab").code()).isEqualTo(78);
        assertThat(shell.in("").run("secret", "set", "x").code()).isEqualTo(78);
        shell.set("WIREPOST_MASTER_PASSWORD", "wrong");
        assertThat(shell.run("secret", "list").code()).isEqualTo(78);
    }

    @Test
    void theMasterPasswordOfANewStoreIsAskedForTwice() {
        Iterator<String> answers = List.of("one", "other", "h1dden", "one", "one", "h1dden", "one").iterator();
        shell.terminal(80, question -> Optional.of(answers.next().toCharArray()));

        assertThat(shell.run("secret", "set", "lab").err()).contains("The two master passwords differ");
        answers.next();
        assertThat(shell.run("secret", "set", "lab").code()).isZero();
        assertThat(shell.run("secret", "list").out()).isEqualTo("lab\n");
    }

    @Test
    void labSaysHowToSendToItAndRunsUntilItIsStopped() throws Exception {
        Shell other = new Shell(folder);
        CompletableFuture<Result> lab = new CompletableFuture<>();
        Thread thread = new Thread(() -> lab.complete(shell.run("lab", "--auth", "me:secret", "--store", "mail",
                "-v")));
        thread.start();
        String welcome = shell.awaitOutput("text 'How are you?' -v\n");
        assertThat(welcome).startsWith("The lab listens on localhost port ").contains("Ctrl-C", "--ca ");
        String uri = welcome.substring(welcome.indexOf("smtp://"), welcome.indexOf(" \\\n    --ca"));
        assertThat(welcome.lines().filter(line -> !line.contains(folder.toString())))
                .allMatch(line -> line.length() <= 100);
        String ca = welcome.substring(welcome.indexOf("--ca ") + 5, welcome.indexOf(" --password-env"));

        Result sent = other.set("LAB_PASSWORD", "secret").run("send", "--server", uri, "--ca", ca, "--password-env",
                "LAB_PASSWORD", "--from", "me@example.org", "--to", "you@example.org", "--text", "hi");
        assertThat(sent.code()).as(sent.err()).isZero();
        shell.stop().stop();

        Result result = lab.get(10, TimeUnit.SECONDS);
        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("message 1  from <me@example.org> to you@example.org", "as me", "mail");
        assertThat(result.err()).contains("MAIL FROM").doesNotContain("secret");
        assertThat(Path.of(ca)).doesNotExist();
        assertThat(shell.run("lab", "--auth", "nocolon").code()).isEqualTo(64);
        assertThat(shell.run("lab", "--tls", "maybe").code()).isEqualTo(64);
        assertThat(shell.run("lab", "--port", "70000").code()).isEqualTo(64);
    }

    @Test
    void demoDoesTheMainJob() throws IOException {
        Result result = shell.run("demo", "--store", "demo");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(4);
        assertThat(result.out()).contains("accepted  bob@example.org", "accepted  carol@example.com",
                "accepted  dave@example.net");
        assertThat(result.err()).containsSubsequence("C: EHLO", "C: STARTTLS", "C: EHLO", "C: AUTH LOGIN",
                "C: MAIL FROM:", "C: RCPT TO:<bob@", "C: RCPT TO:<carol@", "C: RCPT TO:<dave@", "C: DATA",
                "C: (content", "C: .", "C: QUIT");
        assertThat(result.err().lines().filter(note -> note.startsWith("wirepost: strand.jpg: "))).hasSize(1);
        String line = result.lines().get(3);
        Path received = Path.of(line.substring("received  ".length(), line.indexOf("  (")));
        String message = Files.readString(received, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(message).contains("Subject: =?UTF-8?", "\r\n.\r\n", "image/jpeg", "strand.jpg")
                .doesNotContain("dave@");
    }
}
