// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.DryRun;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.interop.Post;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.smtp.dialogue.Stage;

/** Recipients that Postfix refuses, each in its own way, beside others that it takes. */
@Tag("postfix")
class PostfixRecipientsTest {

    private static Peer postfix;

    private Post post;

    @BeforeAll
    static void start() throws IOException {
        postfix = Peers.postfix();
    }

    @BeforeEach
    void open() throws IOException {
        post = new Post();
    }

    @AfterEach
    void close() throws IOException {
        post.close();
    }

    private static List<String> states(DeliveryReport report) {
        return report.outcomes().stream().map(Outcome::state).toList();
    }

    @ParameterizedTest(name = "{0}, {5}")
    @CsvSource(delimiter = '|', textBlock = """
            reject5  | refused  | 550 | 5.1.1 | no such user here                                 | BDAT
            reject5  | refused  | 550 | 5.1.1 | no such user here                                 | PIPELINED
            reject5  | refused  | 550 | 5.1.1 | no such user here                                 | LOCKSTEP
            multi5   | refused  | 554 | 5.7.1 | policy says no; see https://example.test/why      | BDAT
            multi5   | refused  | 554 | 5.7.1 | policy says no; see https://example.test/why      | LOCKSTEP
            defer4   | deferred | 450 | 4.2.1 | mailbox busy, try again later                     | BDAT
            defer4   | deferred | 450 | 4.2.1 | mailbox busy, try again later                     | LOCKSTEP
            full     | deferred | 452 | 4.2.2 | mailbox full                                      | BDAT
            full     | deferred | 452 | 4.2.2 | mailbox full                                      | PIPELINED
            full     | deferred | 452 | 4.2.2 | mailbox full                                      | LOCKSTEP
            """)
    void oneRecipientIsRefusedAndTheOthersGetTheMessage(String user, String state, int code, String status,
            String words, Mode mode) throws IOException {
        DeliveryReport report = post.send(
                new Order(Post.letter("carol@peer.test", user + "@peer.test", "dave@peer.test").build()),
                postfix.plain(mode.without()));

        assertThat(states(report)).containsExactly("accepted", state, "accepted");
        Outcome refused = report.outcomes().get(1);
        assertThat(refused.stage()).isEqualTo(Stage.RCPT);
        assertThat(refused.reply().orElseThrow().code()).isEqualTo(code);
        assertThat(refused.reply().orElseThrow().enhanced()).hasToString("Optional[" + status + "]");
        assertThat(refused.reply().orElseThrow().text()).contains(words);
        assertThat(report.exitCode()).isEqualTo(code >= 500 ? ExitCode.NOUSER : ExitCode.TEMPFAIL);
        Mail mail = postfix.mailbox().await(report.messageId().orElseThrow());
        assertThat(mail.recipients()).containsExactlyInAnyOrder("carol@peer.test", "dave@peer.test");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void noRecipientIsTakenAndNothingIsSent(Mode mode) throws IOException {
        DeliveryReport report = post.send(new Order(Post.letter("reject5@peer.test", "defer4@peer.test").build()),
                postfix.plain(mode.without()));

        assertThat(states(report)).containsExactly("refused", "deferred");
        assertThat(report.exitCode()).isEqualTo(ExitCode.NOUSER);
        assertStillFine(mode);
        assertThat(postfix.mailbox().all(mail -> mail.messageId().equals(report.messageId().orElseThrow()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void oneRefusedRecipientStopsTheMessageWhenAsked(Mode mode) throws IOException {
        Order order = new Order(Post.letter("carol@peer.test", "reject5@peer.test").build(),
                EnvelopeOptions.DEFAULT.withAllOrNone(true), "");

        DeliveryReport report = post.send(order, postfix.plain(mode.without()));

        assertThat(report.outcomes()).noneMatch(Outcome.Accepted.class::isInstance);
        assertThat(states(report).get(1)).isEqualTo("refused");
        assertStillFine(mode);
        assertThat(postfix.mailbox().all(mail -> mail.messageId().equals(report.messageId().orElseThrow()))).isEmpty();
    }

    private void assertStillFine(Mode mode) throws IOException {
        DeliveryReport next = post.send(new Order(Post.letter("carol@peer.test").build()),
                postfix.plain(mode.without()));
        assertThat(states(next)).containsExactly("accepted");
        postfix.mailbox().await(next.messageId().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aServerThatShutsDownAtARecipientHasTakenNothing(Mode mode) throws IOException {
        DeliveryReport report = post.send(
                new Order(Post.letter("carol@peer.test", "kill421@peer.test", "dave@peer.test").build()),
                postfix.plain(mode.without()));

        assertThat(states(report)).containsOnly("deferred").hasSize(3);
        assertThat(report.outcomes().get(1).reply().orElseThrow().code()).isEqualTo(421);
        assertThat(report.exitCode()).isEqualTo(ExitCode.TEMPFAIL);
        assertStillFine(mode);
        assertThat(postfix.mailbox().all(mail -> mail.messageId().equals(report.messageId().orElseThrow()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aBatchGoesOnOverAnotherConnectionWhenTheServerShutsDown(Mode mode) throws IOException {
        List<Order> orders = List.of(
                new Order(Post.letter("carol@peer.test").build()),
                new Order(Post.letter("kill421@peer.test").build()),
                new Order(Post.letter("dave@peer.test").build()),
                new Order(Post.letter("reject5@peer.test").build()),
                new Order(Post.letter("erin@peer.test").build()));

        List<DeliveryReport> reports = post.sendAll(orders, postfix.plain(mode.without()));

        assertThat(reports).hasSize(5);
        assertThat(reports).flatExtracting(DeliveryReport::outcomes).extracting(
                outcome -> outcome.recipient() + " " + outcome.state())
                .containsExactlyInAnyOrder("carol@peer.test accepted", "kill421@peer.test deferred",
                        "dave@peer.test accepted", "reject5@peer.test refused", "erin@peer.test accepted");
        for (DeliveryReport report : reports) {
            if (report.isSentToSomeone()) {
                String id = report.messageId().orElseThrow();
                postfix.mailbox().await(id);
                assertThat(postfix.mailbox().all(mail -> mail.messageId().equals(id))).hasSize(1);
            }
        }
    }

    @Test
    void recipientsAreAskedAboutWithoutSending() throws IOException {
        DeliverySettings ask = DeliverySettings.DEFAULT.withDryRun(DryRun.RCPT);

        DeliveryReport report = post.send(
                new Order(Post.letter("carol@peer.test", "reject5@peer.test", "defer4@peer.test").build()),
                postfix.encrypted(Set.of()), ask);

        assertThat(states(report)).containsExactly("accepted", "refused", "deferred");
        assertThat(report.isSentToSomeone()).isFalse();
        assertThat(post.commands()).doesNotContain("DATA").contains("RSET", "QUIT");
    }
}
