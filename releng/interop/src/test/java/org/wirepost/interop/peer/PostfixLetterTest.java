// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.interop.Pictures;
import org.wirepost.interop.Post;
import org.wirepost.smtp.dialogue.Outcome;

/** A whole letter through Postfix: To, Cc, Bcc, a subject beyond ASCII, a lone dot, a photo and a text file. */
@Tag("postfix")
class PostfixLetterTest {

    private static final String TEXT = "Dear Bob,\n\n.\nsee the photo \u2600\n..\nFrom here to there\n";
    private static final String SUBJECT = "Gr\u00FC\u00DFe vom Strand \u2600 \u2013 \u6D77\u8FBA\u304B\u3089, with"
            + " quite a few more words so that the field has to be folded at least once";

    private static Peer postfix;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        postfix = Peers.postfix();
    }

    private Draft letter() throws IOException {
        Path photo = Files.write(folder.resolve("Stra\u00DFe am Meer.jpg"), Pictures.jpeg());
        Path notes = Files.writeString(folder.resolve("notes.txt"), "one\n.\nthree \u20AC\n");
        return Post.letter("Bob Ray <bob@peer.test>").cc(List.of(Post.mailbox("Carol <carol@peer.test>")))
                .bcc(List.of(Post.mailbox("Dave <dave@peer.test>"))).subject(SUBJECT).text(TEXT)
                .attach(DraftAttachment.of(photo)).attach(DraftAttachment.of(notes)).build();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void arrivesAsItWasWritten(Mode mode) throws IOException, MessagingException {
        DeliveryReport report;
        List<String> commands;
        try (Post post = new Post()) {
            report = post.send(new Order(letter()), postfix.encrypted(mode.without()));
            commands = post.commands();
        }

        assertThat(report.outcomes()).hasSize(3).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(report.attachments().get(0).handler()).isEqualTo("org.wirepost.mime.jpeg");
        assertThat(commands).anyMatch(line -> line.matches("MAIL FROM:<alice@peer.test>.* SIZE=" + report.size()
                + "( .*)?"));
        Mail mail = postfix.mailbox().await(report.messageId().orElseThrow());
        assertThat((long) mail.octets().length).isEqualTo(report.size());
        assertThat(mail.recipients()).containsExactlyInAnyOrder("bob@peer.test", "carol@peer.test", "dave@peer.test");
        assertThat(mail.text()).doesNotContainIgnoringCase("bcc").doesNotContain("dave");
        check(parsed(mail));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"BDAT", "PIPELINED"})
    void aLargeFileArrivesToTheLastOctet(Mode mode) throws IOException, MessagingException {
        byte[] octets = new byte[12_345_678];
        new Random(9).nextBytes(octets);
        Path file = Files.write(folder.resolve("large.bin"), octets);
        DeliveryReport report;
        try (Post post = new Post()) {
            report = post.send(new Order(Post.letter("bob@peer.test").attach(DraftAttachment.of(file)).build()),
                    postfix.encrypted(mode.without()));
        }

        assertThat(report.isComplete()).isTrue();
        Mail mail = postfix.mailbox().await(report.messageId().orElseThrow());
        assertThat((long) mail.octets().length).isEqualTo(report.size());
        MimeMultipart parts = (MimeMultipart) parsed(mail).getContent();
        assertThat(Arrays.equals(parts.getBodyPart(1).getInputStream().readAllBytes(), octets)).isTrue();
    }

    private static MimeMessage parsed(Mail mail) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.octets()));
    }

    private void check(MimeMessage message) throws IOException, MessagingException {
        assertThat(message.getSubject()).isEqualTo(SUBJECT);
        assertThat(message.getRecipients(Message.RecipientType.TO)).singleElement().isEqualTo(
                new InternetAddress("bob@peer.test", "Bob Ray", "UTF-8"));
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(3);
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(TEXT.replace("\n", "\r\n"));
        Part photo = parts.getBodyPart(1);
        assertThat(photo.getContentType()).startsWith("image/jpeg");
        assertThat(photo.getInputStream().readAllBytes()).isEqualTo(Pictures.jpeg());
        // Angus decodes RFC 2231 by default.
        assertThat(photo.getFileName()).isEqualTo("Stra\u00DFe am Meer.jpg");
        Part notes = parts.getBodyPart(2);
        assertThat(notes.getFileName()).isEqualTo("notes.txt");
        assertThat(new String(notes.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")).isEqualTo("one\n.\nthree \u20AC\n");
    }
}
