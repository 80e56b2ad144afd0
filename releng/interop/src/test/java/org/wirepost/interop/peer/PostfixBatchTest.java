// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Order;
import org.wirepost.interop.Post;
import org.wirepost.smtp.dialogue.DialogueEvent;

/** Many messages over one connection, in flight together or one after the other. */
class PostfixBatchTest {

    private static final int COUNT = 300;

    private static Peer postfix;

    @BeforeAll
    static void start() throws IOException {
        postfix = Peers.postfix();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"BDAT", "PIPELINED", "LOCKSTEP"})
    void eachOfThreeHundredArrivesOnce(Mode mode) throws IOException {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            orders.add(new Order(Post.letter("r" + i + "@peer.test").subject("Letter " + i)
                    .text("This is letter " + i + ".\n.\n").build()));
        }
        List<DeliveryReport> reports;
        try (Post post = new Post()) {
            reports = post.sendAll(orders, postfix.plain(mode.without()));
            assertThat(post.events(DialogueEvent.Connected.class)).hasSize(1);
        }

        assertThat(reports).hasSize(COUNT).allMatch(DeliveryReport::isComplete);
        List<String> ids = reports.stream().map(report -> report.messageId().orElseThrow()).toList();
        Set<String> unique = new HashSet<>(ids);
        assertThat(unique).hasSize(COUNT);
        postfix.mailbox().awaitAll(unique);
        List<Mail> mails = postfix.mailbox().all(mail -> unique.contains(mail.messageId()));
        assertThat(mails).hasSize(COUNT).allSatisfy(mail -> {
            int number = ids.indexOf(mail.messageId());
            assertThat(mail.recipients()).containsExactly("r" + number + "@peer.test");
            assertThat(mail.text()).contains("Subject: Letter " + number + "\r\n")
                    .endsWith("\r\n\r\nThis is letter " + number + ".\r\n.\r\n");
        });
    }
}
