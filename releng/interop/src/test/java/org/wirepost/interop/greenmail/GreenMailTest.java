// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.ServerFacts;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.interop.Pictures;
import org.wirepost.interop.Post;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Outcome;

/** Letters to GreenMail, fetched again by IMAP. */
@Tag("GreenMail")
class GreenMailTest {

    private static final String HOST = "127.0.0.1";
    private static final String PASSWORD = "s3cret";

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)});

    @TempDir
    private Path folder;

    private Post post;

    @BeforeEach
    void start() throws IOException {
        greenMail.start();
        for (String user : new String[] {"alice", "bob", "carol", "dave"}) {
            greenMail.setUser(user + "@peer.test", user, PASSWORD);
        }
        post = new Post();
    }

    @AfterEach
    void stop() throws IOException {
        post.close();
        greenMail.stop();
    }

    private ServerLogin login(String mechanism, String password) {
        return new ServerLogin(ConnectionSettings.of(HOST, greenMail.getSmtp().getPort(), TlsMode.NONE),
                Optional.of(new Credentials.Password("alice", Secret.of(password))),
                new AuthSettings(Optional.of(mechanism), true, List.of()));
    }

    private Draft letter() throws IOException {
        Path picture = Files.write(folder.resolve("view.png"), Pictures.png());
        Path photo = Files.write(folder.resolve("Foto \u6D77.jpg"), Pictures.jpeg());
        return Post.letter("Bob Ray <bob@peer.test>").cc(List.of(Post.mailbox("\"Carol, Dr.\" <carol@peer.test>")))
                .bcc(List.of(Post.mailbox("dave@peer.test"))).subject("Gr\u00FC\u00DFe \u2600")
                .text("Look: a picture.\n.\n").html("<p>Look: <img src=\"cid:view.png\" alt=\"a view\"> \u2600</p>")
                .attach(DraftAttachment.inline(picture)).attach(DraftAttachment.of(photo)).build();
    }

    /** One message as a mail program has it. */
    private interface Reading {
        void read(MimeMessage message) throws IOException, MessagingException;
    }

    private void fetch(String user, Reading reading) throws IOException, MessagingException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(HOST, greenMail.getImap().getPort(), user, PASSWORD);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            assertThat(inbox.getMessageCount()).isEqualTo(1);
            // As a whole: GreenMail gives wrong octets for the parts of an attached message.
            reading.read(new MimeMessage((MimeMessage) inbox.getMessage(1)));
            inbox.close(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "LOGIN"})
    void everybodyGetsTheLetterWithAllItsParts(String mechanism) throws IOException, MessagingException {
        DeliveryReport report = post.send(new Order(letter()), login(mechanism, PASSWORD));

        assertThat(report.outcomes()).hasSize(3).allMatch(Outcome.Accepted.class::isInstance);
        assertThat(report.server().flatMap(ServerFacts::mechanism)).contains(mechanism);
        for (String user : new String[] {"bob", "carol", "dave"}) {
            fetch(user, GreenMailTest::check);
        }
    }

    private static void check(MimeMessage message) throws IOException, MessagingException {
        assertThat(message.getSubject()).isEqualTo("Gr\u00FC\u00DFe \u2600");
        assertThat(message.getFrom()).containsExactly(new InternetAddress("alice@peer.test", "Alice"));
        assertThat(message.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("bob@peer.test", "Bob Ray"));
        assertThat(((InternetAddress) message.getRecipients(Message.RecipientType.CC)[0]).getPersonal())
                .isEqualTo("Carol, Dr.");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(raw(message)).doesNotContain("dave@");

        MimeMultipart mixed = multipart(message, "mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        checkPage(multipart(mixed.getBodyPart(0), "related"));
        BodyPart photo = mixed.getBodyPart(1);
        assertThat(photo.isMimeType("image/jpeg")).isTrue();
        assertThat(photo.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(photo.getFileName()).isEqualTo("Foto \u6D77.jpg");
        assertThat(photo.getInputStream().readAllBytes()).isEqualTo(Pictures.jpeg());
    }

    private static void checkPage(MimeMultipart page) throws IOException, MessagingException {
        MimeMultipart texts = multipart(page.getBodyPart(0), "alternative");
        assertThat(texts.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(texts.getBodyPart(0).getContent()).isEqualTo("Look: a picture.\r\n.\r\n");
        MimePart picture = (MimePart) page.getBodyPart(1);
        String id = picture.getContentID();
        assertThat(id).matches("<[^<>]+@[^<>]+>");
        assertThat(texts.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(texts.getBodyPart(1).getContent().toString())
                .contains("<img src=\"cid:" + id.substring(1, id.length() - 1) + "\" alt=\"a view\"> \u2600");
        assertThat(picture.isMimeType("image/png")).isTrue();
        assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
        assertThat(picture.getInputStream().readAllBytes()).isEqualTo(Pictures.png());
    }

    private static MimeMultipart multipart(Part part, String subtype) throws IOException, MessagingException {
        assertThat(part.isMimeType("multipart/" + subtype)).as(part.getContentType()).isTrue();
        return (MimeMultipart) part.getContent();
    }

    private static String raw(MimeMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void anAttachedMessageIsAMessage() throws IOException, MessagingException {
        Path inner = Files.writeString(folder.resolve("inner.eml"),
                "From: <x@peer.test>\nTo: <y@peer.test>\nSubject: inside\n\nFrom the inside\n.\n");

        post.send(new Order(Post.letter("bob@peer.test").attach(DraftAttachment.of(inner)).build()),
                login("PLAIN", PASSWORD));

        fetch("bob", message -> {
            BodyPart attached = multipart(message, "mixed").getBodyPart(1);
            assertThat(attached.isMimeType("message/rfc822")).isTrue();
            MimeMessage nested = (MimeMessage) attached.getContent();
            assertThat(nested.getSubject()).isEqualTo("inside");
            assertThat(nested.getContent()).isEqualTo("From the inside\r\n.\r\n");
        });
    }

    @Test
    void aWrongPasswordIsRefusedAndNothingIsSent() {
        DeliveryReport report = post.send(new Order(Post.letter("bob@peer.test").build()), login("PLAIN", "guess"));

        assertThat(report.exitCode()).isEqualTo(ExitCode.NOPERM);
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }
}
