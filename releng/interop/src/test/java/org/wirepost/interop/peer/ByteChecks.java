// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.DynamicNode;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Post;
import org.wirepost.mime.Source;

/**
 * Sends every body in every way, as the body of a message file and as the text of a letter, and compares what the
 * server kept with what was meant.
 */
final class ByteChecks {

    private static final String HEADER = "From: <alice@peer.test>\r\nTo: <bob@peer.test>\r\nSubject: octets\r\n"
            + "Message-ID: <%s>\r\nDate: Mon, 23 Nov 2026 12:00:00 +0000\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n%s\r\n";
    private static final String EIGHT_BIT = "Content-Transfer-Encoding: 8bit\r\n";

    private final String name;
    private final Inbox inbox;
    private final List<Sent> sent = new ArrayList<>();

    /** How a body travels. */
    private enum Form {
        FILE("in a file"), LETTER("in a letter"), ATTACHMENT("as an attachment");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private record Sent(String way, String body, byte[] octets, Form form, DeliveryReport report) {

        String id() {
            return report.messageId().orElseThrow();
        }
    }

    ByteChecks(Peer peer) {
        this(peer.name(), peer.mailbox());
    }

    ByteChecks(String name, Inbox inbox) {
        this.name = name;
        this.inbox = inbox;
    }

    /** Sends all bodies, all over one connection for each way, and returns the tests of what arrived. */
    List<DynamicNode> of(Map<String, ServerLogin> ways) throws IOException {
        List<DynamicNode> nodes = new ArrayList<>();
        try (Post post = new Post()) {
            ways.forEach((way, login) -> send(post, way, login));
        }
        for (String way : ways.keySet()) {
            nodes.add(dynamicContainer(way, sent.stream().filter(each -> each.way().equals(way)).map(each ->
                    dynamicTest(each.body() + " " + each.form().words, () -> check(each)))));
        }
        nodes.add(dynamicTest("nothing else arrived", this::checkNothingElseArrived));
        return nodes;
    }

    private void send(Post post, String way, ServerLogin login) {
        List<Order> orders = new ArrayList<>();
        Bodies.ALL.forEach((name, octets) -> {
            String header = HEADER.formatted(UUID.randomUUID() + "@client.test",
                    Bodies.isEightBit(octets) ? EIGHT_BIT : "");
            orders.add(new Order(Draft.ofEml(Source.of(name + ".eml", joined(header, octets)))));
            orders.add(new Order(Post.letter("bob@peer.test").text(text(octets)).build()));
            orders.add(new Order(Post.letter("bob@peer.test").attach(new DraftAttachment(Source.of(name, octets), false,
                    Map.of())).build()));
        });
        List<DeliveryReport> reports = post.sendAll(orders, login);
        int next = 0;
        for (Map.Entry<String, byte[]> body : Bodies.ALL.entrySet()) {
            for (Form form : Form.values()) {
                sent.add(new Sent(way, body.getKey(), body.getValue(), form, reports.get(next++)));
            }
        }
    }

    private static byte[] joined(String header, byte[] body) {
        String text = header + new String(body, StandardCharsets.ISO_8859_1);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void check(Sent each) throws IOException, MessagingException {
        assertThat(each.report().failure()).isEmpty();
        assertThat(each.report().exitCode()).isEqualTo(ExitCode.OK);
        Mail mail = inbox.await(each.id());
        assertThat(mail.sender()).startsWith("alice@peer.test");
        assertThat(mail.recipients()).containsExactly("bob@peer.test");
        assertThat((long) mail.octets().length).isEqualTo(each.report().size());
        byte[] meant = Bodies.asLines(each.form() == Form.LETTER ? text(each.octets()).getBytes(StandardCharsets.UTF_8)
                : each.octets());
        boolean file = each.form() == Form.FILE;
        if (each.form() == Form.ATTACHMENT) {
            assertThat(attached(mail)).isEqualTo(each.octets());
        } else if (file && Bodies.isPlain(each.octets()) && !Bodies.isEightBit(each.octets())) {
            assertThat(mail.octets()).isEqualTo(joined(HEADER.formatted(each.id(), ""), meant));
        } else if (file && Bodies.isPlain(each.octets()) && mail.header().contains(EIGHT_BIT.strip())) {
            assertThat(mail.octets()).isEqualTo(joined(HEADER.formatted(each.id(), EIGHT_BIT), meant));
        } else {
            assertThat(decoded(mail)).isEqualTo(meant);
        }
    }

    /** A letter is written by a person, so it is made of characters. */
    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    /** Returns the octets of the attached file. */
    private static byte[] attached(Mail mail) throws IOException, MessagingException {
        MimeMultipart parts = (MimeMultipart) message(mail).getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        return parts.getBodyPart(1).getInputStream().readAllBytes();
    }

    /** Returns the body as a reader's program sees it. */
    private static byte[] decoded(Mail mail) throws IOException, MessagingException {
        return message(mail).getInputStream().readAllBytes();
    }

    private static MimeMessage message(Mail mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.octets()));
    }

    private void checkNothingElseArrived() throws IOException {
        inbox.awaitQuiet();
        List<Mail> all = inbox.all();
        assertThat(sent).allSatisfy(each -> assertThat(all).filteredOn(mail -> mail.messageId().equals(each.id()))
                .hasSize(1));
        assertThat(all).noneMatch(mail -> mail.sender().contains("evil") || mail.messageId().isEmpty());
        long exact = sent.stream().filter(this::isExact).count();
        System.out.println("Octets at " + name + ": " + Bodies.ALL.size() + " bodies, " + sent.size()
                + " messages sent, " + (sent.size() - exact) + " differences, each arrived once");
        assertThat(exact).isEqualTo(sent.size());
    }

    private boolean isExact(Sent each) {
        try {
            check(each);
            return true;
        } catch (IOException | MessagingException | AssertionError e) {
            return false;
        }
    }
}
