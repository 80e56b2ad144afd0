// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.Order;
import org.wirepost.interop.Post;
import org.wirepost.smtp.dialogue.DialogueEvent;

/** Many messages over one connection, in flight together or one after the other, and over several. */
@Tag("postfix")
class PostfixBatchTest {

    private static final int COUNT = 300;

    private static Peer postfix;

    @BeforeAll
    static void start() throws IOException {
        postfix = Peers.postfix();
    }

    private static List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            orders.add(new Order(Post.letter("r" + i + "@peer.test").subject("Letter " + i)
                    .text("This is letter " + i + ".\n.\n").build(), EnvelopeOptions.DEFAULT, String.valueOf(i)));
        }
        return orders;
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"BDAT", "PIPELINED", "LOCKSTEP"})
    void eachOfThreeHundredArrivesOnce(Mode mode) throws IOException {
        List<DeliveryReport> reports;
        try (Post post = new Post()) {
            reports = post.sendAll(orders(), postfix.plain(mode.without()));
            assertThat(post.events(DialogueEvent.Connected.class)).hasSize(1);
        }

        check(reports);
    }

    @Test
    void severalConnectionsShareTheLetters() throws IOException {
        List<DeliveryReport> reports;
        try (Post post = new Post()) {
            reports = post.sendAll(orders(), postfix.encrypted(Set.of()), DeliverySettings.DEFAULT.withParallel(4));
            assertThat(post.events(DialogueEvent.Connected.class)).hasSizeBetween(2, 4);
        }

        check(reports);
    }

    private static void check(List<DeliveryReport> reports) throws IOException {
        assertThat(reports).hasSize(COUNT).allMatch(DeliveryReport::isComplete);
        Map<String, String> numbers = reports.stream()
                .collect(Collectors.toMap(report -> report.messageId().orElseThrow(), DeliveryReport::label));
        assertThat(numbers).hasSize(COUNT);
        postfix.mailbox().awaitAll(numbers.keySet());
        List<Mail> mails = postfix.mailbox().all(mail -> numbers.containsKey(mail.messageId()));
        assertThat(mails).hasSize(COUNT).allSatisfy(mail -> {
            String number = numbers.get(mail.messageId());
            assertThat(mail.recipients()).containsExactly("r" + number + "@peer.test");
            assertThat(mail.text()).contains("Subject: Letter " + number + "\r\n")
                    .endsWith("\r\n\r\nThis is letter " + number + ".\r\n.\r\n");
        });
    }
}
