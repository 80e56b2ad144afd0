// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.headless.internal.Shell.Result;
import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.lab.TranscriptLine;

/** The outbox on the command line. */
@Timeout(60)
class OutboxTest {

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

    /** Queues a message through a server without an account and returns its id. */
    private String queue(LabServer server, String... more) {
        List<String> words = new ArrayList<>(List.of("--text", "x", "--queue"));
        words.addAll(List.of(more));
        Result result = shell.send(server, words.toArray(new String[0]));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("queued    ");
        return result.out().split(" +")[1];
    }

    @Test
    void queuesAMessageAndSendsItLater() throws IOException {
        try (LabServer server = lab(Script.script())) {
            String id = queue(server, "--to", "bob@example.org, cy@example.org", "--subject", "Hello you");
            assertThat(server.sessions()).isEmpty();
            assertThat(shell.run("outbox", "list").out()).contains(id.substring(0, 6), "queued", "now",
                    "bob@example.org +1", "Hello you");

            Result result = shell.run("outbox", "run");
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).contains("accepted  bob@example.org  250 ", "[" + id + "]");
            assertThat(server.messages()).hasSize(1);
            assertThat(server.messages().get(0).recipientAddresses()).hasSize(2);
            assertThat(shell.run("outbox", "list").out()).isEmpty();
            assertThat(shell.run("outbox", "list", "--all").out()).contains("sent");
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void keepsNoSecretButWhereItIsReadFrom() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "top-secret").withRequired(true)).build())) {
            shell.set("LAB_PASSWORD", "top-secret");
            queue(server, "--to", "bob@example.org", "--user", "ann", "--password-env", "LAB_PASSWORD");
            try (var files = Files.walk(folder.resolve("home"))) {
                assertThat(files.filter(Files::isRegularFile)).allSatisfy(file ->
                        assertThat(Files.readAllBytes(file)).asString().doesNotContain("top-secret"));
            }
            Result result = shell.run("outbox", "run");
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void refusesASecretThatNobodyCouldGiveLater() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result result = shell.send(server, "--to", "b@example.org", "--text", "x", "--user", "ann", "--queue");
            assertThat(result.code()).isEqualTo(78);
            assertThat(result.err()).contains("password of ann", "--password-env");
            assertThat(shell.run("outbox", "list", "--all").out()).isEmpty();
        }
    }

    @Test
    void waitsForItsTime() throws IOException {
        try (LabServer server = lab(Script.script())) {
            queue(server, "--to", "bob@example.org", "--in", "2h");
            queue(server, "--to", "cy@example.org", "--at", "2099-01-01 08:00");
            Result result = shell.run("outbox", "run");
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(server.sessions()).isEmpty();
            assertThat(shell.run("outbox", "list").out()).contains("in 2 h");
        }
    }

    @Test
    void queuesABatchAndSendsItOverOneConnection() throws IOException {
        try (LabServer server = lab(Script.script())) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                lines.append("{\"to\": \"r").append(i).append("@example.org\", \"text\": \"x\"}\n");
            }
            shell.file("letters.jsonl", lines.toString());
            Result queued = shell.send(server, "--batch", "letters.jsonl", "--queue", "--report", "q.json");
            assertThat(queued.code()).as(queued.err()).isZero();
            assertThat(queued.lines()).hasSize(30).allMatch(line -> line.startsWith("queued "));
            assertThat(shell.text("q.json")).contains("\"queued\": \"");

            Result result = shell.run("outbox", "run");
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.lines()).hasSize(30).allMatch(line -> line.startsWith("accepted "));
            assertThat(server.messages()).hasSize(30).extracting(message -> message.recipientAddresses().get(0))
                    .doesNotHaveDuplicates();
            assertThat(server.sessions()).hasSize(1);
        }
    }

    @Test
    void triesDeferredRecipientsAgainAndNoOthers() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.RCPT).matching("bob@").inSession(1)
                .reply("450 4.2.0 Greylisted"))) {
            String id = queue(server, "--to", "ann@example.org, bob@example.org");
            Result first = shell.run("outbox", "run");
            assertThat(first.code()).as(first.err()).isEqualTo(75);
            assertThat(first.out()).contains("accepted  ann@example.org", "deferred  bob@example.org  450 4.2.0 Grey");
            assertThat(shell.run("outbox", "list").out()).contains("deferred", "bob@example.org +1", "in ");
            assertThat(shell.run("outbox", "run").code()).isEqualTo(75);
            assertThat(server.sessions()).hasSize(1);

            String story = shell.run("outbox", "show", id.substring(0, 6)).out();
            assertThat(story).contains("state       deferred", "sent      ann@example.org",
                    "deferred  bob@example.org  450 4.2.0 Greylisted", "attempt 1 begins", "to be tried again",
                    "it is tried again in", "after 5 days (", "wirepost outbox retry " + id);

            assertThat(shell.run("outbox", "retry", id).out()).contains("due at once");
            Result second = shell.run("outbox", "run");
            assertThat(second.code()).as(second.err()).isZero();
            assertThat(second.lines()).hasSize(1);
            assertThat(server.messages()).extracting(StoredMessage::recipientAddresses)
                    .containsExactly(List.of("ann@example.org"), List.of("bob@example.org"));
            assertThat(server.messages().get(0).text()).isEqualTo(server.messages().get(1).text());
        }
    }

    @Test
    void saysWhatIsRefusedOnceAndThenItIsDone() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.RCPT).matching("gone@").inSession(1)
                .reply("550 5.1.1 No such user"))) {
            String id = queue(server, "--to", "gone@example.org");
            Result result = shell.run("outbox", "run");
            assertThat(result.code()).isEqualTo(67);
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(shell.run("outbox", "list").out()).contains("refused");
            assertThat(shell.run("outbox", "show", id).out()).contains("550 5.1.1 No such user");

            shell.run("outbox", "retry", id);
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void holdsWhatIsUnknownUntilAPersonDecides() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).inSession(1).swallow().close())) {
            String id = queue(server, "--to", "bob@example.org");
            Result run = shell.run("outbox", "run");
            assertThat(run.code()).as(run.err()).isEqualTo(74);
            assertThat(run.out()).startsWith("unknown   bob@example.org");
            assertThat(shell.run("outbox", "run").code()).isEqualTo(74);
            assertThat(server.sessions()).hasSize(1);
            Result list = shell.run("outbox", "list");
            assertThat(list.out()).contains("unknown", "ask a person");
            assertThat(list.err()).contains("'wirepost outbox show ID' says what to do");
            assertThat(shell.run("outbox", "show", id).out()).contains("RFC 1047", "outbox resend " + id,
                    "outbox sent " + id);

            assertThat(shell.run("outbox", "retry", id).code()).isEqualTo(64);
            Result unasked = shell.run("outbox", "resend", id);
            assertThat(unasked.code()).isEqualTo(64);
            assertThat(unasked.err()).contains("--yes");
            assertThat(shell.run("outbox", "resend", id, "--yes").code()).isZero();
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(2);
            assertThat(server.messages().get(0).text()).isEqualTo(server.messages().get(1).text());
        }
    }

    @Test
    void asksOnATerminalBeforeItSendsTwice() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            String id = queue(server, "--to", "bob@example.org");
            shell.run("outbox", "run");
            shell.terminal(100, "").in("n\n");
            Result no = shell.run("outbox", "resend", id);
            assertThat(no.err()).contains("may have arrived already at bob@example.org", "[y/N]", "stays as it is");
            shell.in("y\n");
            assertThat(shell.run("outbox", "resend", id).out()).contains("is sent again");
        }
    }

    @Test
    void settlesByHandWhatHasArrived() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            String id = queue(server, "--to", "bob@example.org");
            shell.run("outbox", "run");
            assertThat(shell.run("outbox", "sent", id).out()).contains("has arrived");
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(shell.run("outbox", "list").out()).isEmpty();
        }
    }

    @Test
    void holdsAWholeAccountWhosePasswordIsRefusedUntilItIsAnotherOne() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "right").withRequired(true)).build())) {
            shell.set("LAB_PASSWORD", "wrong");
            shell.run("account", "add", "work", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), "--from", "ann@example.org", "--password-env", "LAB_PASSWORD");
            for (int i = 0; i < 3; i++) {
                assertThat(shell.run("send", "--to", i + "@example.org", "--text", "x", "--queue").code()).isZero();
            }
            Result run = shell.run("outbox", "run");
            assertThat(run.code()).as(run.err()).isEqualTo(78);
            assertThat(run.err()).contains("The mail of work is held");
            assertThat(server.sessions()).hasSize(1);
            assertThat(shell.run("outbox", "list").err()).contains("The mail of work is held");
            assertThat(shell.run("outbox", "list").out()).contains("held", "when released");
            assertThat(shell.run("outbox", "run").code()).isEqualTo(78);
            assertThat(server.sessions()).hasSize(1);

            shell.set("LAB_PASSWORD", "right");
            Result mended = shell.run("outbox", "run");
            assertThat(mended.code()).as(mended.err()).isZero();
            assertThat(mended.err()).contains("another one than was refused");
            assertThat(server.messages()).hasSize(3);
        }
    }

    @Test
    void releasesAnAccountByHand() throws IOException {
        try (LabServer server = lab(Script.script())) {
            String id = queue(server, "--to", "bob@example.org");
            String account = JsonParser.parseString(shell.run("outbox", "list", "--json").out()).getAsJsonObject()
                    .getAsJsonArray("mails").get(0).getAsJsonObject().get("account").getAsString();
            assertThat(account).isEqualTo("smtp://localhost:" + server.port());
            assertThat(shell.run("outbox", "hold", "--account", account).code()).isZero();
            assertThat(shell.run("outbox", "run").code()).isEqualTo(78);
            assertThat(shell.run("outbox", "release", id).out()).contains("stays held with its account");
            assertThat(shell.run("outbox", "release", "--account", account).code()).isZero();
            assertThat(shell.run("outbox", "hold", id).out()).contains("is held");
            assertThat(shell.run("outbox", "run").code()).isEqualTo(78);
            assertThat(shell.run("outbox", "release", id).out()).contains("is released");
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void holdsWhereTheCertificateIsNotTrusted() throws IOException {
        try (LabServer server = lab(Script.script())) {
            Result queued = shell.run("send", "--server", "smtp://localhost:" + server.port(), "--from",
                    "ann@example.org", "--to", "bob@example.org", "--text", "x", "--queue");
            assertThat(queued.code()).as(queued.err()).isZero();
            assertThat(shell.run("outbox", "run").code()).isEqualTo(78);
            assertThat(shell.run("outbox", "list").out()).contains("held");
            assertThat(shell.run("outbox", "run").code()).isEqualTo(78);
            assertThat(server.sessions()).hasSize(1);
        }
    }

    @Test
    void leavesAServerInPeaceThatCannotBeReached() throws IOException {
        LabServer server = lab(Script.script());
        queue(server, "--to", "bob@example.org");
        queue(server, "--to", "cy@example.org");
        server.close();
        Result run = shell.run("outbox", "run");
        assertThat(run.code()).as(run.err()).isEqualTo(75);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).contains("waits for its server", "in ");
        Result again = shell.run("outbox", "run");
        assertThat(again.code()).isEqualTo(75);
        assertThat(again.out()).isEmpty();
        assertThat(shell.run("outbox", "retry", "--all").code()).isZero();
        assertThat(shell.run("outbox", "run").out()).contains("deferred");
    }

    @Test
    void keepsToTheRateOfAnAccountAcrossRuns() throws IOException {
        try (LabServer server = lab(Script.script())) {
            shell.run("account", "add", "slow", "--server", "smtp://localhost:" + server.port(), "--ca",
                    shell.ca(server), "--from", "ann@example.org", "--rate", "3/m", "--connections", "2");
            assertThat(shell.run("account", "show", "slow").out()).contains("3 a minute", "connections 2");
            for (int i = 0; i < 5; i++) {
                shell.run("send", "--to", i + "@example.org", "--text", "x", "--queue");
            }
            assertThat(shell.run("outbox", "run").code()).isEqualTo(75);
            assertThat(shell.run("outbox", "run").code()).isEqualTo(75);
            assertThat(server.messages()).hasSize(3);
            assertThat(shell.run("account", "add", "x", "--from", "a@gmail.com", "--rate", "many").code())
                    .isEqualTo(64);
        }
    }

    @Test
    void staysAndSendsWhatIsQueuedMeanwhile() throws Exception {
        try (LabServer server = lab(Script.script())) {
            Shell other = new Shell(folder);
            Thread watching = new Thread(() -> other.run("outbox", "run", "--watch"));
            watching.start();
            queue(server, "--to", "bob@example.org");
            queue(server, "--to", "cy@example.org", "--in", "1s");
            assertThat(other.awaitOutput("cy@example.org")).contains("accepted  bob@example.org",
                    "accepted  cy@example.org");
            Result second = shell.run("outbox", "run");
            assertThat(second.code()).isEqualTo(75);
            assertThat(second.err()).contains("Another process is sending");
            other.stop().stop();
            watching.join(10_000);
            assertThat(watching.isAlive()).isFalse();
            assertThat(server.messages()).hasSize(2);
            assertThat(shell.run("outbox", "run").code()).isZero();
        }
    }

    @Test
    void endsTidilyInTheMiddleOfASession() throws Exception {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .script(Script.script().on(Stage.RCPT).inSession(1).stall()).listener(new LabListener() {
                    @Override
                    public void line(LabSession session, TranscriptLine line) {
                        if (line.toString().startsWith("C: RCPT")) {
                            shell.stop().stop();
                        }
                    }
                }).build())) {
            queue(server, "--to", "bob@example.org", "--no", "chunking");
            Result result = shell.run("outbox", "run");
            assertThat(result.code()).as(result.err()).isEqualTo(75);
            Shell after = new Shell(folder);
            assertThat(after.run("outbox", "list").out()).contains("now");
            assertThat(after.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void dropsWhatIsNotWantedAnyMore() throws IOException {
        try (LabServer server = lab(Script.script())) {
            String id = queue(server, "--to", "bob@example.org");
            queue(server, "--to", "cy@example.org");
            Result result = shell.run("outbox", "drop", id, "nonsense");
            assertThat(result.code()).isEqualTo(64);
            assertThat(result.out()).contains(id + " is removed");
            assertThat(result.err()).contains("no mail 'nonsense'");
            shell.run("outbox", "run");
            assertThat(server.messages()).hasSize(1);
            assertThat(shell.run("outbox", "drop", "--sent").out()).contains("is removed");
            assertThat(shell.run("outbox", "list", "--all").out()).isEmpty();
        }
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        try (LabServer server = lab(Script.script())) {
            String id = queue(server, "--to", "bob@example.org", "--subject", "Grüße");
            var one = JsonParser.parseString(shell.run("outbox", "show", id, "--json").out()).getAsJsonObject();
            assertThat(one.get("id").getAsString()).isEqualTo(id);
            assertThat(one.get("subject").getAsString()).isEqualTo("Grüße");
            assertThat(one.getAsJsonArray("history").get(0).getAsJsonObject().get("kind").getAsString())
                    .isEqualTo("queued");
            assertThat(one.getAsJsonArray("recipients").get(0).getAsJsonObject().get("state").getAsString())
                    .isEqualTo("queued");
        }
    }

    @Test
    void refusesWhatMakesNoSense() throws IOException {
        try (LabServer server = lab(Script.script())) {
            for (String[] words : new String[][] {{"--at", "08:00"}, {"--in", "2h"}, {"--give-up", "1d"},
                {"--queue", "--dry-run", "rcpt"}, {"--queue", "--retry", "2"}, {"--queue", "--repeat", "2"},
                {"--queue", "--at", "yesterday"}, {"--queue", "--at", "2020-01-01"}, {"--queue", "--in", "soon"},
                {"--queue", "--at", "08:00", "--in", "2h"}, {"--queue", "--transcript", "t"}}) {
                List<String> all = new ArrayList<>(List.of("--to", "b@example.org", "--text", "x"));
                all.addAll(List.of(words));
                Result result = shell.send(server, all.toArray(new String[0]));
                assertThat(result.code()).as(all.toString()).isEqualTo(64);
            }
            assertThat(shell.run("outbox", "list", "--all").out()).isEmpty();
            assertThat(shell.run("outbox", "drop").code()).isEqualTo(64);
            assertThat(shell.run("outbox").code()).isEqualTo(64);
            assertThat(shell.run("outbox", "lst").err()).contains("outbox list");
        }
    }

    @Test
    void theTableFitsIntoEightyColumns() throws IOException {
        try (LabServer server = lab(Script.script())) {
            queue(server, "--to", "somebody.with.a.very.long.name@a.very.long.domain.example.org", "--subject",
                    "A subject that goes on and on and on and on and on and on and on and on", "--in", "26h");
            for (int i = 0; i < 5; i++) {
                queue(server, "--to", "bob@example.org");
            }
            assertThat(shell.run("outbox", "list").lines()).hasSize(7).allMatch(line -> line.length() <= 80);
        }
    }

    @Test
    void asksForAPasswordOnATerminalAndSaysSoElsewhere() throws IOException {
        try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                .auth(LabAuth.none().withPassword("ann", "typed").withRequired(true)).build())) {
            shell.run("account", "add", "work", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    shell.ca(server), "--from", "ann@example.org");
            assertThat(shell.run("send", "--to", "a@example.org", "--text", "x", "--queue").code()).isZero();
            Result nobody = shell.run("outbox", "run");
            assertThat(nobody.code()).isEqualTo(78);
            assertThat(nobody.err()).contains("nobody can be asked here", "account add work --replace");

            shell.terminal(100, "typed");
            Result asked = shell.run("outbox", "run");
            assertThat(asked.code()).as(asked.err()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void keepsSeveralServersApartAndUsesOneAgain() throws IOException {
        try (LabServer server = lab(Script.script())) {
            queue(server, "--to", "a@example.org");
            queue(server, "--to", "b@example.org");
            queue(server, "--to", "c@example.org", "--no", "chunking");
            String json = shell.run("outbox", "list", "--json").out();
            List<String> accounts = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("mails").asList()
                    .stream().map(mail -> mail.getAsJsonObject().get("account").getAsString()).toList();
            String uri = "smtp://localhost:" + server.port();
            assertThat(accounts).containsExactlyInAnyOrder(uri, uri, uri + " (2)");
            assertThat(shell.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(3);
        }
    }

    @Test
    void theStoryOfAMailFitsIntoEightyColumnsWhereItIsOurs() throws IOException {
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).swallow().close())) {
            String id = queue(server, "--to", "bob@example.org");
            shell.run("outbox", "run");
            List<String> lines = shell.run("outbox", "show", id).lines();
            assertThat(lines.subList(lines.indexOf("what follows"), lines.size()))
                    .allMatch(line -> line.length() <= 80)
                    .anyMatch(line -> line.startsWith("  wirepost outbox sent " + id + "   "));
        }
    }

    @Test
    void queuesNothingThatCannotBeSent() throws IOException {
        try (LabServer server = lab(Script.script())) {
            assertThat(shell.send(server, "--to", "b@example.org", "--attach", "none.txt", "--queue").code())
                    .isEqualTo(66);
            shell.file("letters.jsonl", "{\"to\": \"a@example.org\", \"text\": \"1\"}\n{\"to\": \"@\"}\n");
            assertThat(shell.send(server, "--batch", "letters.jsonl", "--queue").code()).isEqualTo(65);
            assertThat(shell.run("outbox", "list", "--all").out()).isEmpty();
        }
    }

    @Test
    void waitsForAnotherProcessThatSends() throws Exception {
        try (LabServer server = lab(Script.script())) {
            Shell first = new Shell(folder);
            Thread watching = new Thread(() -> first.run("outbox", "run", "--watch"));
            watching.start();
            queue(server, "--to", "bob@example.org");
            first.awaitOutput("bob@example.org");
            Shell second = new Shell(folder);
            CompletableFuture<Result> waiting = CompletableFuture.supplyAsync(
                    () -> second.run("outbox", "run", "--wait"));
            first.stop().stop();
            watching.join(20_000);
            assertThat(waiting.get(20, TimeUnit.SECONDS).code()).isZero();
        }
    }

    @Test
    void aWaitForAnotherProcessCanBeBrokenOff() throws Exception {
        try (LabServer server = lab(Script.script())) {
            Shell first = new Shell(folder);
            Thread watching = new Thread(() -> first.run("outbox", "run", "--watch"));
            watching.start();
            queue(server, "--to", "bob@example.org");
            first.awaitOutput("bob@example.org");
            shell.stop().stop();
            assertThat(shell.run("outbox", "run", "--wait").code()).isEqualTo(75);
            first.stop().stop();
            watching.join(20_000);
        }
    }

    @Test
    void noFormOfAPasswordIsInAnyFile() throws IOException {
        for (String mechanism : List.of("PLAIN", "LOGIN", "SCRAM-SHA-256")) {
            try (LabServer server = LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS)
                    .script(Script.script().on(Stage.END_OF_DATA).nthOverall(2).swallow().close())
                    .auth(LabAuth.none().withPassword("ann", "s3cret/pass+word").withRequired(true)).build())) {
                for (String password : List.of("s3cret/pass+word", "wr0ng/pass+word", "s3cret/pass+word")) {
                    shell.set("LAB_PASSWORD", password);
                    queue(server, "--to", "bob@example.org", "--user", "ann", "--password-env", "LAB_PASSWORD",
                            "--auth", mechanism);
                    Result run = shell.run("outbox", "run", "-v", "--transcript", "t-" + mechanism + ".txt",
                            "--report", "r-" + mechanism + ".json");
                    assertHasNoSecret(run.out() + run.err());
                }
                assertThat(server.messageCount()).isEqualTo(3);
            }
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertHasNoSecret(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void assertHasNoSecret(String text) {
        for (String password : List.of("s3cret/pass+word", "wr0ng/pass+word")) {
            String utf16 = new String(password.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
            String plain = "\0ann\0" + password;
            for (String form : List.of(password, utf16, base64(password), base64(plain), plain,
                    URLEncoder.encode(password, StandardCharsets.UTF_8))) {
                assertThat(text).doesNotContain(form);
            }
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
