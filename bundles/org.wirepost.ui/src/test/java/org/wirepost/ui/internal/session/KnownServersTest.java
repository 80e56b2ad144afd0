// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirepost.ui.internal.session.Samples.capabilities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Server;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.Limits;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.DialogueEvent;

final class KnownServersTest {

    @TempDir
    Path folder;

    private final SessionLog log = new SessionLog();

    private Path path() {
        return folder.resolve("servers.json");
    }

    private KnownServers servers() {
        return new KnownServers(log, new StoredFile(path()), Runnable::run);
    }

    private KnownServers afterARestart() {
        return new KnownServers(new SessionLog(), new StoredFile(path()), Runnable::run);
    }

    private static Server server(String host, TlsMode tls) {
        return Server.of(host, 587, tls);
    }

    private void session(String host, String tls, boolean encrypted, String... lines) {
        Recording recording = log.begin("letter");
        recording.on(new DialogueEvent.SessionStarted(0, host, 587, tls));
        recording.on(capabilities(1, false, "STARTTLS", "SIZE 1"));
        recording.on(capabilities(2, encrypted, lines));
        recording.on(Samples.closed(3));
    }

    @Test
    void whatIsLearnedIsKnownAfterARestart() throws IOException {
        KnownServers servers = servers();
        AtomicInteger told = new AtomicInteger();
        servers.watch(told::incrementAndGet);
        session("B\u00fccher.Example", "required", true, "SIZE 35882577", "8BITMIME", "BINARYMIME", "CHUNKING",
                "AUTH PLAIN");
        assertThat(Files.readString(path())).isEqualTo("{\"b\u00fccher.example:587/required\":{\"size\":35882577,"
                + "\"offers\":[\"8BITMIME\",\"BINARYMIME\",\"CHUNKING\"]}}");
        assertThat(told).hasValue(1);
        Server same = server("b\u00fccher.example", TlsMode.REQUIRED);
        assertThat(afterARestart().largest(same)).hasValue(35882577);
        assertThat(afterARestart().limits(same)).contains(new Limits(true, true, false));
        session("b\u00fccher.example", "required", true, "SMTPUTF8");
        assertThat(told).hasValue(2);
        assertThat(afterARestart().largest(same)).isEmpty();
        assertThat(afterARestart().limits(same)).contains(new Limits(false, false, true));
    }

    @Test
    void whatIsSaidBeforeTlsOrByAnotherWayCountsForNothing() {
        KnownServers servers = servers();
        Recording recording = log.begin("broken handshake");
        recording.on(new DialogueEvent.SessionStarted(0, "a.example", 587, "required"));
        recording.on(capabilities(1, false, "STARTTLS", "SIZE 1", "8BITMIME"));
        recording.on(Samples.closed(3));
        assertThat(servers.limits(server("a.example", TlsMode.REQUIRED))).isEmpty();
        session("a.example", "none", false, "8BITMIME");
        assertThat(servers.limits(server("a.example", TlsMode.REQUIRED))).isEmpty();
        assertThat(servers.limits(server("a.example", TlsMode.NONE))).contains(Limits.EIGHT_BIT);
    }

    @Test
    void whatAnAccountDoesNotUseIsLeftOut() {
        KnownServers servers = servers();
        session("a.example", "required", true, "SIZE 7", "8BITMIME", "BINARYMIME", "CHUNKING");
        Server server = server("a.example", TlsMode.REQUIRED);
        assertThat(servers.limits(server)).contains(Limits.BINARY);
        assertThat(servers.limits(server.without(Set.of("chunking")))).contains(Limits.EIGHT_BIT);
        assertThat(servers.largest(server.without(Set.of("SIZE")))).isEmpty();
    }

    @Test
    void aDamagedEntryIsLeftOutAndADamagedFileIsLearnedAgain() throws IOException {
        Files.writeString(path(), "{\"a:587/required\": {\"size\": \"big\"}, \"b:587/required\": {\"size\": 7},"
                + " \"c:587/required\": null, \"d:587/required\": 4}");
        KnownServers servers = servers();
        assertThat(servers.limits(server("a", TlsMode.REQUIRED))).isEmpty();
        assertThat(servers.largest(server("b", TlsMode.REQUIRED))).hasValue(7);
        assertThat(servers.limits(server("c", TlsMode.REQUIRED))).isEmpty();
        Files.writeString(path(), "{\"a:587\": 7");
        assertThat(afterARestart().largest(server("b", TlsMode.REQUIRED))).isEmpty();
        session("a", "required", true, "SIZE 8");
        assertThat(afterARestart().largest(server("a", TlsMode.REQUIRED))).hasValue(8);
    }

    @Test
    void serversThatAreTooManyAreForgottenButTheLatestIsNot() {
        KnownServers servers = servers();
        for (int i = 0; i < ServerFile.MOST + 20; i++) {
            session("host" + i + ".example", "none", false, "SIZE " + (i + 1));
            assertThat(servers.largest(server("host" + i + ".example", TlsMode.NONE))).hasValue(i + 1);
        }
        KnownServers again = afterARestart();
        long kept = java.util.stream.IntStream.range(0, ServerFile.MOST + 20)
                .filter(i -> again.largest(server("host" + i + ".example", TlsMode.NONE)).isPresent()).count();
        assertThat(kept).isEqualTo(ServerFile.MOST);
    }
}
