// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.StoredFile;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.compose.address.MailDomains.Answer;

final class AddressesTest {

    @TempDir
    Path folder;

    @Test
    void readsALineThatIsStillBeingTyped() {
        assertThat(AddressLine.of("ann@example.org, ").addresses()).hasSize(1);
        assertThat(AddressLine.of("").fault()).isEmpty();
        assertThat(AddressLine.of("Ann <ann@example.org>, bo@xn--bcher-kva.example").domains())
                .containsExactly("example.org", "xn--bcher-kva.example");
    }

    @Test
    void marksTheFaultyCharacter() {
        AddressLine line = AddressLine.of("ann@example.org, bo@@example.org");
        assertThat(line.fault()).isPresent();
        assertThat(line.fault().get().position()).isEqualTo(20);
        assertThat(line.fault().get().sentence()).isNotBlank();
    }

    @Test
    void knowsWhereAnAddressBegins() {
        assertThat(AddressLine.startAt("ann@x.org, bo", 13)).isEqualTo(11);
        assertThat(AddressLine.startAt("\"Doe, Ann\" <a", 13)).isZero();
    }

    @Test
    void asksOnceForADomainAndNeverInTheCallersThread() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        List<String> asked = new ArrayList<>();
        MailDomains domains = new MailDomains(domain -> {
            asked.add(domain);
            return Answer.ADDRESS_ONLY;
        }, tasks::add);
        List<String> told = new ArrayList<>();
        assertThat(domains.find("example.org", () -> told.add("a"))).isEmpty();
        assertThat(domains.find("example.org", () -> told.add("b"))).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(told).containsExactly("a", "b");
        assertThat(domains.find("example.org", () -> { })).contains(Answer.ADDRESS_ONLY);
        assertThat(domains.find("lab.localhost", () -> { })).contains(Answer.TAKES_MAIL);
        assertThat(asked).containsExactly("example.org");
    }

    @Test
    void remembersWhoWasWrittenToOftenFirst() throws Exception {
        StoredFile file = new StoredFile(folder.resolve("recipients.json"));
        AddressHistory history = new AddressHistory(file);
        history.remember(List.of(new Mailbox("Ann, Lee", "ann", "example.org"), new Mailbox("", "bo", "example.org")));
        history.remember(List.of(new Mailbox("", "bo", "Example.org")));
        AddressHistory again = new AddressHistory(file);
        again.load();
        assertThat(again.find("exam", 9)).containsExactly("bo@Example.org", "\"Ann, Lee\" <ann@example.org>");
        assertThat(again.find("lee", 9)).containsExactly("\"Ann, Lee\" <ann@example.org>");
        assertThat(again.find("zz", 9)).isEmpty();
        Files.writeString(file.path(), "{");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new AddressHistory(file).load()))
                .hasMessageContaining("recipients.json");
    }
}
