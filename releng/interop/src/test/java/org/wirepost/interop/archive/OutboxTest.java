// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.Await;
import org.wirepost.interop.Programs;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.interop.archive.User.Running;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;

/** The outbox shared by several processes, some of which are killed. */
class OutboxTest {

    private static final int PROCESSES = 8;
    private static final int EACH = 25;
    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory("wirepost outbox ");
    }

    /** Processes that were killed leave links behind, which the folders of JUnit warn of. */
    @AfterEach
    void deleteHome() throws IOException {
        Programs.delete(home);
    }

    private User user() {
        return User.withHome(folder, home);
    }

    private static LabServer lab(Script script) throws IOException {
        return LabServer.start(LabSettings.builder().tls(LabTls.STARTTLS).script(script).build());
    }

    private static JsonArray mails(User user) throws IOException {
        Result list = user.run("outbox", "list", "--all", "--json");
        assertThat(list.code()).as(list.err()).isZero();
        return JsonParser.parseString(list.out()).getAsJsonObject().getAsJsonArray("mails");
    }

    private static Map<String, Long> states(User user) throws IOException {
        Map<String, Long> states = new TreeMap<>();
        for (JsonElement mail : mails(user)) {
            states.merge(mail.getAsJsonObject().get("state").getAsString(), 1L, Long::sum);
        }
        return states;
    }

    private static void awaitMessages(LabServer server, long count) throws IOException {
        Await.until(count + " messages", () -> server.messageCount() >= count ? Optional.of(server)
                : Optional.empty());
    }

    @Test
    void whatWasKilledBehindTheDotIsUnknownAndNotSentAgainBeforeAPersonSaysSo() throws Exception {
        User user = user();
        try (LabServer server = lab(Script.script().on(Stage.END_OF_DATA).inSession(1).swallow().stall())) {
            Result queued = user.send(server, "--to", "bob@example.org", "--text", "x", "--queue");
            assertThat(queued.code()).as(queued.err()).isZero();
            Running run = user.start(NOTHING, "outbox", "run");
            awaitMessages(server, 1);
            run.process().destroyForcibly();
            assertThat(run.result().code()).isEqualTo(137);

            assertThat(user.run("outbox", "run").code()).isEqualTo(74);
            assertThat(user.run("outbox", "run").code()).isEqualTo(74);
            assertThat(server.messageCount()).isEqualTo(1);
            JsonObject mail = mails(user).get(0).getAsJsonObject();
            assertThat(mail.get("state").getAsString()).isEqualTo("unknown");
            assertThat(user.run("outbox", "list").err()).contains("nobody can know whether it arrived");
            String id = mail.get("id").getAsString();
            assertThat(user.run("outbox", "show", id).out()).contains("RFC 1047", "attempt 1 begins");

            assertThat(user.run("outbox", "resend", id).code()).isEqualTo(64);
            assertThat(user.run("outbox", "resend", id, "--yes").code()).isZero();
            assertThat(user.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(2);
            assertThat(server.messages().get(1).text()).isEqualTo(server.messages().get(0).text())
                    .contains("Message-ID: <" + mail.get("messageId").getAsString() + ">");
            assertThat(states(user)).isEqualTo(Map.of("sent", 1L));
        }
    }

    @Test
    void whatWasKilledBeforeTheDotGoesAgainByItself() throws Exception {
        User user = user();
        try (LabServer server = lab(Script.script().on(Stage.MAIL).inSession(1).stall())) {
            user.send(server, "--to", "bob@example.org", "--text", "x", "--queue", "--no", "pipelining");
            Running run = user.start(NOTHING, "outbox", "run");
            Await.until("a session", () -> server.sessions().stream().anyMatch(session ->
                    session.commands().stream().anyMatch(line -> line.startsWith("MAIL")))
                            ? Optional.of(server) : Optional.empty());
            run.process().destroyForcibly();
            run.result();
            assertThat(user.run("outbox", "run").code()).isZero();
            assertThat(server.messages()).hasSize(1);
        }
    }

    @Test
    void aWatchingProcessSendsWhatOthersQueueAndEndsTidily() throws Exception {
        User user = user();
        try (LabServer server = lab(Script.script())) {
            Running watch = user.start(NOTHING, "outbox", "run", "--watch");
            List<Running> adding = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Path lines = batch(i, EACH);
                adding.add(user.start(NOTHING, user.sending(server, "--batch", lines.toString(), "--queue")));
            }
            for (Running each : adding) {
                Result result = each.result();
                assertThat(result.code()).as(result.err()).isZero();
                assertThat(result.lines()).hasSize(EACH).allMatch(line -> line.startsWith("queued "));
            }
            awaitMessages(server, 2 * EACH);
            Result second = user.run("outbox", "run");
            assertThat(second.code()).as(second.err()).isEqualTo(75);
            assertThat(second.err()).contains("Another process is sending");
            Result ended = watch.interrupt().result();
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.lines()).hasSize(2 * EACH).allMatch(line -> line.startsWith("accepted "));
            assertThat(states(user)).isEqualTo(Map.of("sent", 2L * EACH));
            assertEverybodyOnce(server, 2);
        }
    }

    @Test
    void eightProcessesQueueWhileOneThatSendsIsKilledAgainAndAgain() throws Exception {
        User user = user();
        try (LabServer server = lab(Script.script())) {
            List<Running> adding = new ArrayList<>();
            for (int i = 0; i < PROCESSES; i++) {
                adding.add(user.start(NOTHING, user.sending(server, "--batch", batch(i, EACH).toString(), "--queue")));
            }
            for (int kill = 1; kill <= 3; kill++) {
                Running run = user.start(NOTHING, "outbox", "run", "--watch");
                awaitMessages(server, kill * 20L);
                run.process().destroyForcibly();
                run.result();
            }
            for (Running each : adding) {
                assertThat(each.result().code()).isZero();
            }
            Result last = user.run("outbox", "run");
            assertThat(last.code()).as(last.err()).isIn(0, 74);
            assertThat(mails(user)).hasSize(PROCESSES * EACH);
            check(user, server);
        }
    }

    /** Nothing is lost, nothing doubled; what is not said to be sent is said to be unknown. */
    private static void check(User user, LabServer server) throws IOException {
        Map<String, Long> there = server.messages().stream().map(message -> message.recipientAddresses().get(0))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        assertThat(there.values()).allMatch(count -> count == 1);
        for (JsonElement each : mails(user)) {
            JsonObject recipient = each.getAsJsonObject().getAsJsonArray("recipients").get(0).getAsJsonObject();
            String state = recipient.get("state").getAsString();
            assertThat(state).isIn("sent", "unknown");
            if (state.equals("sent")) {
                assertThat(there).containsKey(recipient.get("address").getAsString());
            }
        }
    }

    private static void assertEverybodyOnce(LabServer server, int processes) {
        List<String> recipients = server.messages().stream().map(StoredMessage::recipientAddresses)
                .flatMap(List::stream).toList();
        assertThat(recipients).hasSize(processes * EACH).doesNotHaveDuplicates();
    }

    private Path batch(int number, int count) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"to\": \"p").append(number).append("-").append(i)
                    .append("@example.org\", \"subject\": \"Letter ").append(i).append("\", \"text\": \"x\"}\n");
        }
        return Files.writeString(folder.resolve("letters-" + number + ".jsonl"), lines);
    }
}
