// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.StoredFile;

final class CheckMemoryTest {

    private static final Account WORK = AccountBookTest.account("B\u00fcro", Optional.empty());
    private static final Account HOME = AccountBookTest.account("Home", Optional.empty());

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("checks.json");
    }

    private CheckMemory memory() {
        return new CheckMemory(new StoredFile(path()));
    }

    @Test
    void theEndsOfTestsAreKnownAfterARestart() throws IOException {
        CheckMemory memory = memory();
        memory.keep(WORK, true);
        memory.keep(HOME, false);
        assertThat(memory().find(WORK)).isEqualTo(memory.find(WORK)).map(CheckMemory.Mark::good).contains(true);
        assertThat(memory().find(HOME)).isEqualTo(memory.find(HOME)).map(CheckMemory.Mark::good).contains(false);
        memory.forget("home");
        assertThat(memory().find(HOME)).isEmpty();
        assertThat(Files.readString(path())).matches(
                "\\{\"B\u00fcro\":\\{\"print\":\"[0-9a-f]+\",\"good\":true,\"at\":\\d+}}");
    }

    @Test
    void oneThatIsNotAsItShouldBeIsLeftOutAndTheOthersCount() throws IOException {
        memory().keep(HOME, true);
        String print = memory().find(HOME).orElseThrow().print();
        Files.writeString(path(), "{\"B\u00fcro\": {\"print\": 5}, \"x\": [], \"y\": null, \"z\": {\"good\": true},"
                + "\"Home\": {\"print\": \"" + print + "\", \"good\": true, \"at\": 1769940000123, \"later\": 1}}");
        assertThat(memory().find(WORK)).isEmpty();
        assertThat(memory().find(HOME)).map(CheckMemory.Mark::time).contains(Instant.ofEpochMilli(1769940000123L));
    }

    @Test
    void aDamagedFileCostsTheMarksOnly() throws IOException {
        Files.writeString(path(), "{\"Home\": {\"print\": ");
        CheckMemory memory = memory();
        assertThat(memory.find(HOME)).isEmpty();
        memory.keep(HOME, true);
        assertThat(memory().find(HOME)).isPresent();
    }
}
