// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.account.Account;
import org.wirepost.lab.StoredMessage;
import org.wirepost.ui.internal.PostRoom;
import org.wirepost.ui.internal.sending.Delivery;

class LabDeskTest {

    @TempDir
    Path home;
    private PostRoom room;
    private LabDesk desk;

    @BeforeEach
    void open() {
        room = new PostRoom(home);
        desk = new LabDesk(room.book);
    }

    @AfterEach
    void close() {
        desk.stop();
        room.close();
    }

    private Delivery send(String... recipients) throws Exception {
        Delivery delivery = room.deliveries.submit(PostRoom.letter(desk.start(), recipients), 0);
        room.await(delivery, each -> each.report().isPresent());
        return delivery;
    }

    @Test
    void itsAccountLeadsToItEncryptedAndSignedIn() throws Exception {
        Account account = desk.start();
        assertThat(desk.start()).isSameAs(account);
        assertThat(room.book.find(LabDesk.ACCOUNT)).contains(account);
        assertThat(send("someone@lab.example").report().orElseThrow().isComplete()).isTrue();
        StoredMessage message = desk.messages().get(0);
        assertThat(message.encrypted()).isTrue();
        assertThat(message.user()).contains("student");
        assertThat(desk.session(message).orElseThrow().transcript().toString()).contains("EHLO", "STARTTLS", "250");
    }

    @Test
    void itLeavesNothingBehind() throws Exception {
        desk.start();
        desk.stop();
        assertThat(room.book.accounts()).isEmpty();
        assertThat(desk.messages()).isEmpty();
        try (var files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("data/outbox")))).isEmpty();
        }
        assertThat(desk.start().server().port()).isPositive();
    }

    @Test
    void itTellsOfMessages() throws Exception {
        AtomicInteger told = new AtomicInteger();
        desk.watch(told::incrementAndGet);
        send("someone@lab.example");
        assertThat(told.get()).isGreaterThanOrEqualTo(2);
    }

    /** What a student is to see with two recipients. */
    @ParameterizedTest
    @EnumSource(value = LabAnswer.class, names = {"STALL", "SLOW"}, mode = EnumSource.Mode.EXCLUDE)
    void eachAnswerHasTheOutcomeItTeaches(LabAnswer answer) throws Exception {
        Map<LabAnswer, String> wanted = new EnumMap<>(Map.of(LabAnswer.ACCEPT, "accepted accepted",
                LabAnswer.REFUSE, "refused accepted", LabAnswer.GREYLIST, "deferred accepted",
                LabAnswer.FULL, "deferred deferred", LabAnswer.QUOTA, "refused refused",
                LabAnswer.PASSWORD, "deferred deferred", LabAnswer.SHUTDOWN, "deferred deferred",
                LabAnswer.SILENT_END, "unknown unknown"));
        desk.setAnswer(answer);
        Delivery delivery = send("ann@lab.example", "bob@lab.example");
        String states = String.join(" ", delivery.report().orElseThrow().outcomes().stream()
                .map(outcome -> outcome.state()).toList());
        assertThat(states).isEqualTo(wanted.get(answer));
        assertThat(answer.label()).isNotBlank();
        assertThat(answer.lesson()).isNotBlank();
    }

    @Test
    void theSilentEndHasTakenTheLetterAllTheSame() throws Exception {
        desk.setAnswer(LabAnswer.SILENT_END);
        send("ann@lab.example");
        assertThat(desk.messages()).hasSize(1);
    }
}
