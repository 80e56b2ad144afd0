// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.EnvelopeOptions;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Post;
import org.wirepost.mime.Source;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.Stage;

/** What Postfix does with DSN, SMTPUTF8 and SIZE. */
@Tag("postfix")
class PostfixExtensionsTest {

    private static final int BARE = 526;
    private static final String ENVELOPE_ID = "order+17=ok";

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

    private DeliveryReport send(Draft draft, EnvelopeOptions options) {
        return post.send(new Order(draft, options, ""), postfix.plain());
    }

    private static EnvelopeOptions notifications(Dsn.Return returned, Dsn.Notify... conditions) {
        return new EnvelopeOptions(Optional.empty(), List.of(), Set.of(conditions), Optional.of(returned),
                Optional.of(ENVELOPE_ID), false);
    }

    private static Mail notification(DeliveryReport report) throws IOException {
        String original = report.messageId().orElseThrow();
        return postfix.mailbox().await("a notification about " + original, mail -> mail.sender().isEmpty()
                && mail.text().contains(original));
    }

    @Test
    void aNotificationOfSuccessComesBackAsAsked() throws IOException {
        DeliveryReport report = send(Post.letter("dora+news@peer.test").text("secret words\n").build(),
                notifications(Dsn.Return.HDRS, Dsn.Notify.SUCCESS, Dsn.Notify.FAILURE));

        Mail notification = notification(report);
        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(notification.recipients()).containsExactly("alice@peer.test");
        assertThat(notification.text()).contains("Original-Envelope-Id: " + ENVELOPE_ID,
                "Original-Recipient: rfc822;dora+news@peer.test", "Action: relayed",
                "Content-Type: text/rfc822-headers").doesNotContain("secret words");
        assertThat(post.commands()).contains("RCPT TO:<dora+news@peer.test> NOTIFY=SUCCESS,FAILURE"
                + " ORCPT=rfc822;dora+2Bnews@peer.test")
                .anyMatch(line -> line.contains(" RET=HDRS ENVID=order+2B17+3Dok"));
    }

    @Test
    void theWholeMessageIsAskedForInNotificationsOfFailure() {
        DeliveryReport report = send(Post.letter("dora@peer.test").build(),
                notifications(Dsn.Return.FULL, Dsn.Notify.FAILURE, Dsn.Notify.DELAY));

        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(post.commands()).anyMatch(line -> line.contains(" RET=FULL "))
                .anyMatch(line -> line.contains(" NOTIFY=FAILURE,DELAY "));
    }

    @Test
    void noNotificationComesBackWhenNeverIsAsked() throws IOException {
        DeliveryReport never = send(Post.letter("dora@peer.test").build(),
                notifications(Dsn.Return.HDRS, Dsn.Notify.NEVER));
        notification(send(Post.letter("dora@peer.test").build(), notifications(Dsn.Return.HDRS, Dsn.Notify.SUCCESS)));

        postfix.mailbox().await(never.messageId().orElseThrow());
        postfix.mailbox().awaitQuiet();
        assertThat(postfix.mailbox().all(mail -> mail.sender().isEmpty()
                && mail.text().contains(never.messageId().orElseThrow()))).isEmpty();
    }

    @Test
    void aServerWithoutDsnStillGetsTheMessageAndTheUserIsWarned() throws IOException {
        DeliveryReport report = post.send(new Order(Post.letter("dora@peer.test").build(),
                notifications(Dsn.Return.FULL, Dsn.Notify.SUCCESS), ""),
                ServerLogin.anonymous(postfix.at(BARE, TlsMode.NONE)));

        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(post.commands()).contains("MAIL FROM:<alice@peer.test>", "RCPT TO:<dora@peer.test>");
        assertThat(post.events(DialogueEvent.Deviation.class)).extracting(DialogueEvent.Deviation::code)
                .contains("no-dsn");
        postfix.mailbox().await(report.messageId().orElseThrow());
    }

    @Test
    void theNullSenderIsSaidAsSuch() throws IOException {
        DeliveryReport report = send(Post.letter("dora@peer.test").build(), EnvelopeOptions.DEFAULT.withFrom("<>"));

        assertThat(postfix.mailbox().await(report.messageId().orElseThrow()).sender()).isEmpty();
    }

    @Test
    void lettersBeyondAsciiBeforeTheAtGoBySmtputf8() throws IOException {
        DeliveryReport report = send(Post.letter("J\u00FCrgen <j\u00FCrgen@b\u00FCcher.test>").build(),
                EnvelopeOptions.DEFAULT);

        assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(post.commands()).anyMatch(line -> line.startsWith("MAIL FROM:<alice@peer.test>")
                && line.contains(" SMTPUTF8"));
        Mail mail = postfix.mailbox().await(report.messageId().orElseThrow());
        assertThat(mail.recipients()).containsExactly("j\u00FCrgen@b\u00FCcher.test");
        assertThat(new String(mail.octets(), StandardCharsets.UTF_8)).contains("j\u00FCrgen@");
    }

    @Test
    void aDomainBeyondAsciiNeedsNoSmtputf8() throws IOException {
        DeliveryReport report = send(Post.letter("J\u00FCrgen <juergen@b\u00FCcher.test>").build(),
                EnvelopeOptions.DEFAULT);

        assertThat(post.commands()).noneMatch(line -> line.contains("SMTPUTF8"));
        assertThat(postfix.mailbox().await(report.messageId().orElseThrow()).recipients())
                .containsExactly("juergen@xn--bcher-kva.test");
    }

    @Test
    void aServerWithoutSmtputf8IsToldNothing() {
        DeliveryReport report = post.send(new Order(Post.letter("j\u00FCrgen@peer.test").build()),
                ServerLogin.anonymous(postfix.at(BARE, TlsMode.NONE)));

        assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(((DeliveryFailure.Session) report.failure().orElseThrow()).cause())
                .isEqualTo(SmtpException.Kind.UNSUPPORTED);
        assertThat(report.failure().orElseThrow().sentence()).contains("j\u00FCrgen@peer.test", "SMTPUTF8");
        assertThat(post.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }

    @Test
    void aMessageRefusedAfterItsLastOctetIsReportedAsAWhole() throws IOException {
        String eml = "Received: from a by b; Mon, 23 Nov 2026 12:00:00 +0000\r\n".repeat(60)
                + "From: <alice@peer.test>\r\nTo: <dora@peer.test>\r\nMessage-ID: <hops@client.test>\r\n\r\nround\r\n";
        for (Mode mode : Mode.values()) {
            DeliveryReport report = post.send(new Order(Draft.ofEml(Source.of("hops.eml",
                    eml.getBytes(StandardCharsets.US_ASCII)))), postfix.plain(mode.without()));

            assertThat(report.exitCode()).as(mode.name()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
                assertThat(outcome.state()).isEqualTo("refused");
                assertThat(outcome.stage()).isEqualTo(Stage.RESULT);
                assertThat(outcome.reply().orElseThrow().text()).contains("too many hops");
            });
        }
        postfix.mailbox().awaitQuiet();
        assertThat(postfix.mailbox().all(mail -> mail.messageId().equals("hops@client.test"))).isEmpty();
    }

    @Test
    void aMessageOverTheServersLimitIsNotEvenBegun() {
        Source large = new Endless(80_000_000);
        Draft draft = Post.letter("dora@peer.test").attach(new DraftAttachment(large, false, Map.of()))
                .build();

        DeliveryReport report = send(draft, EnvelopeOptions.DEFAULT);

        assertThat(report.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(report.failure().orElseThrow().sentence()).contains("104857600", String.valueOf(report.size()));
        assertThat(post.commands()).noneMatch(line -> line.startsWith("MAIL"));
    }
}
