// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.interop.archive.User.Result;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;

/** An account from its beginning to its end. */
class AccountsTest {

    @TempDir
    private Path home;

    @TempDir
    private Path folder;

    private User user;

    @BeforeEach
    void arrive() {
        user = User.withHome(folder, home);
    }

    @Test
    void isAddedListedShownUsedAndRemoved() throws IOException {
        Files.writeString(folder.resolve("password.txt"), "s3cret\n");
        LabSettings settings = LabSettings.builder().tls(LabTls.STARTTLS).account("ann", "s3cret").authRequired()
                .build();
        try (LabServer server = LabServer.start(settings)) {
            Result add = user.run("account", "add", "work", "--server", "smtp://ann@localhost:" + server.port(), "--ca",
                    user.authority(server), "--from", "Ann Sand <ann@example.org>", "--password-file", "password.txt");
            Result list = user.run("account", "list");
            Result show = user.run("account", "show", "work");
            Result send = user.run("send", "--to", "bob@example.org", "--text", "hi");
            Result remove = user.run("account", "remove", "work");
            Result gone = user.run("account", "show", "work");

            assertThat(add.code()).as(add.err()).isZero();
            assertThat(list.out()).contains("work");
            assertThat(show.out()).contains("localhost", "Ann Sand", "password.txt").doesNotContain("s3cret");
            assertThat(send.code()).as(send.err()).isZero();
            assertThat(server.messages().get(0).text()).contains("From: Ann Sand <ann@example.org>");
            assertThat(server.messages().get(0).user()).contains("ann");
            assertThat(remove.code()).as(remove.err()).isZero();
            assertThat(gone.code()).isEqualTo(78);
            assertThat(gone.err()).contains("work");
            assertThat(Files.readString(home.resolve("config/accounts.json"))).doesNotContain("s3cret");
        }
    }

    @Test
    void whoHasNoAccountIsToldHowToGetOne() throws IOException {
        Result result = user.feed("y\n", "send", "--from", "ann@example.org", "--to", "bob@example.org", "--text", "x");

        assertThat(result.code()).isEqualTo(64);
        assertThat(result.err()).contains("--server", "wirepost account add");
    }
}
