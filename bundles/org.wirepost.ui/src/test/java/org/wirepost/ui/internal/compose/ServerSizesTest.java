// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Server;
import org.wirepost.account.StoredFile;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.TlsMode;
import org.wirepost.ui.internal.session.Samples;

final class ServerSizesTest {

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("server-sizes.json");
    }

    private ServerSizes sizes() {
        return new ServerSizes(new StoredFile(path()), Runnable::run);
    }

    private static OptionalLong limit(ServerSizes sizes, String host) {
        return sizes.limit(Server.of(host, 587, TlsMode.REQUIRED));
    }

    private static void learn(ServerSizes sizes, String host, String... lines) {
        sizes.on(new DialogueEvent.SessionStarted(0, host, 587, "required"));
        sizes.on(Samples.capabilities(1, false, lines));
    }

    @Test
    void whatIsLearnedIsKnownAfterARestart() throws IOException {
        ServerSizes sizes = sizes();
        learn(sizes, "B\u00fccher.Example", "SIZE 35882577");
        learn(sizes, "a.example", "SIZE 5000000000");
        assertThat(Files.readString(path()))
                .isEqualTo("{\"a.example:587\":5000000000,\"b\u00fccher.example:587\":35882577}");
        assertThat(limit(sizes(), "b\u00fccher.example")).hasValue(35882577);
        assertThat(limit(sizes(), "a.example")).hasValue(5000000000L);
        learn(sizes, "a.example", "8BITMIME");
        assertThat(limit(sizes(), "a.example")).isEmpty();
    }

    @Test
    void aSizeThatIsNoneIsLeftOutAndTheOthersCount() throws IOException {
        Files.writeString(path(), "{\"a:587\": \"big\", \"b:587\": 7, \"c:587\": null, \"d:587\": 1.5}");
        ServerSizes sizes = sizes();
        assertThat(limit(sizes, "a")).isEmpty();
        assertThat(limit(sizes, "b")).hasValue(7);
        assertThat(limit(sizes, "c")).isEmpty();
        assertThat(limit(sizes, "d")).isEmpty();
    }

    @Test
    void aDamagedFileIsLearnedAgain() throws IOException {
        Files.writeString(path(), "{\"a:587\": 7");
        ServerSizes sizes = sizes();
        assertThat(limit(sizes, "a")).isEmpty();
        learn(sizes, "a", "SIZE 8");
        assertThat(limit(sizes(), "a")).hasValue(8);
    }
}
