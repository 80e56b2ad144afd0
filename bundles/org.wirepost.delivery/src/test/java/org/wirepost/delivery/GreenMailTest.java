// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Mailbox;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Outcome;

/** Deliveries to a server, and reading by a library, that others have written. */
@Timeout(60)
class GreenMailTest {

    @TempDir
    Path folder;
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private Fixture fixture;

    @BeforeEach
    void start() {
        fixture = new Fixture(folder.resolve("scratch"));
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
        fixture.close();
    }

    @Test
    void deliversALetterWithAPictureInTheTextAndAFile() throws Exception {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        Draft draft = Draft.builder().from(new Mailbox("Ann\u00e4", "anna", "example.org"))
                .to(List.of(Fixture.mailbox("Bob <bob@example.org>"))).subject("Gr\u00fc\u00dfe, \u4f60\u597d")
                .text("Good morning.\n.\nFrom Anna\n").html("<p>Good <img src=\"cid:dot.gif\"> morning.</p>")
                .attach(DraftAttachment.inline(Files.writeString(folder.resolve("dot.gif"), "GIF89a........")))
                .attach(DraftAttachment.of(Files.write(folder.resolve("n\u00f6ise.bin"), noise))).build();
        assertThat(deliver(draft, Optional.empty()).exitCode()).isEqualTo(ExitCode.OK);

        MimeMessage received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("Gr\u00fc\u00dfe, \u4f60\u597d");
        assertThat(received.getFrom()[0].toString()).contains("anna@example.org");
        assertThat(received.getRecipients(RecipientType.TO)).hasSize(1);
        List<Part> parts = leaves(received);
        assertThat(parts).hasSize(4);
        assertThat((String) parts.get(0).getContent()).contains("\r\n.\r\nFrom Anna");
        String id = parts.get(2).getHeader("Content-ID")[0];
        assertThat((String) parts.get(1).getContent()).contains("cid:" + id.substring(1, id.length() - 1));
        assertThat(MimeUtility.decodeText(parts.get(3).getFileName())).isEqualTo("n\u00f6ise.bin");
        assertThat(parts.get(3).getInputStream().readAllBytes()).isEqualTo(noise);
    }

    private static List<Part> leaves(Part part) throws Exception {
        if (!(part.getContent() instanceof Multipart multipart)) {
            return List.of(part);
        }
        List<Part> leaves = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            leaves.addAll(leaves(multipart.getBodyPart(i)));
        }
        return leaves;
    }

    @Test
    void authenticates() throws Exception {
        mail.setUser("bob@example.org", "bob", "s3cret");
        Draft draft = Fixture.letter("bob@example.org").build();
        DeliveryReport good = deliver(draft, Optional.of(new Credentials.Password("bob", Secret.of("s3cret"))));
        assertThat(good.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(good.server().orElseThrow().mechanism()).isPresent();
        DeliveryReport bad = deliver(draft, Optional.of(new Credentials.Password("bob", Secret.of("wrong"))));
        assertThat(bad.exitCode()).isEqualTo(ExitCode.NOPERM);
    }

    @Test
    void deliversABatch() throws Exception {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(new Order(Fixture.letter("bob" + i + "@example.org").build()));
        }
        List<DeliveryReport> reports = new ArrayList<>();
        new Deliverer(fixture.preparer(), Runnable::run, Extensions.NONE).deliverAll(orders.iterator(),
                login(Optional.empty()), DeliverySettings.DEFAULT, () -> DialogueListener.NONE, reports::add);
        assertThat(reports).hasSize(50).allSatisfy(report ->
                assertThat(report.outcomes()).singleElement().isInstanceOf(Outcome.Accepted.class));
        assertThat(mail.getReceivedMessages()).hasSize(50);
    }

    private DeliveryReport deliver(Draft draft, Optional<Credentials> credentials) throws OrderException {
        try (PreparedOrder prepared = fixture.preparer().prepare(new Order(draft))) {
            return new Deliverer(fixture.preparer(), Runnable::run, Extensions.NONE).deliver(prepared,
                    login(credentials), DeliverySettings.DEFAULT, DialogueListener.NONE);
        }
    }

    private ServerLogin login(Optional<Credentials> credentials) {
        return new ServerLogin(ConnectionSettings.of("127.0.0.1", mail.getSmtp().getPort(), TlsMode.NONE), credentials,
                new AuthSettings(Optional.empty(), true, List.of()));
    }
}
