// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.eml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Limits;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Message;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.Source;
import org.wirepost.ui.internal.compose.eml.OpenedMessage.Fidelity;

final class EmlReaderTest {

    @TempDir
    Path folder;

    @Test
    void whatOurWriterWroteComesBackExactly() throws IOException {
        byte[] octets = {0, 1, 2, (byte) 0xFF, '\r', '\n', '.'};
        String text = "Gr\u00fc\u00dfe = 100 % \u2603\n.dot\n\nFrom here \n-- \nAnn\n";
        Message message = Message.builder().from(new Mailbox("Ann \u00c4", "ann", "example.org"))
                .to(new Mailbox("Doe, Bo", "bo", "example.org")).bcc(new Mailbox("", "eve", "example.org"))
                .subject("\u00dcber \u2603").text(text)
                .attach(Attachment.of(Source.of("../b\u00fc \"x\".bin", octets), "application/octet-stream")).build();
        Path file = folder.resolve("a.eml");
        for (Limits limits : new Limits[] {Limits.SEVEN_BIT, Limits.EIGHT_BIT, Limits.BINARY}) {
            try (OutputStream out = Files.newOutputStream(file)) {
                MimePlan.of(message, limits, PlanSettings.seeded(1)).writeTo(out);
            }
            OpenedMessage opened = new EmlReader(folder.resolve("out" + limits.hashCode())).read(file);
            assertThat(opened.text().stripTrailing()).isEqualTo(text.stripTrailing());
            assertThat(opened.subject()).isEqualTo("\u00dcber \u2603");
            assertThat(opened.from()).isEqualTo("ann@example.org");
            assertThat(opened.to()).isEqualTo("\"Doe, Bo\" <bo@example.org>");
            assertThat(opened.fidelity()).isEqualTo(Fidelity.WHOLE);
            assertThat(opened.files()).hasSize(1);
            assertThat(opened.files().get(0).file().getParent()).hasFileName("out" + limits.hashCode());
            assertThat(Files.readAllBytes(opened.files().get(0).file())).isEqualTo(octets);
        }
    }

    @Test
    void anAlternativeLosesItsHtmlAndSaysSo() throws IOException {
        OpenedMessage opened = read("""
                From: a@example.org
                Subject: =?utf-8?q?caf=C3=A9?=
                In-Reply-To: <x@y>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=iso-8859-1; format=flowed
                Content-Transfer-Encoding: quoted-printable

                caf=E9 is =
                one=20
                line
                > said

                --b
                Content-Type: text/html

                <p>x</p>
                --b--
                """);
        assertThat(opened.text()).startsWith("caf\u00e9 is one line\n> said");
        assertThat(opened.subject()).isEqualTo("caf\u00e9");
        assertThat(opened.inReplyTo()).containsExactly("x@y");
        assertThat(opened.fidelity()).isEqualTo(Fidelity.WITHOUT_HTML);
    }

    @Test
    void whatIsSignedOrHasNoPlainTextStaysAsItIs() throws IOException {
        assertThat(read("From: a@b.org\nContent-Type: text/html\n\n<p>x</p>\n").fidelity())
                .isEqualTo(Fidelity.AS_IT_IS);
        assertThat(read("From: a@b.org\nContent-Type: multipart/signed; boundary=b\n\n--b\n\nx\n--b\n"
                + "Content-Type: application/pgp-signature; name=s.asc\n\ns\n--b--\n").fidelity())
                .isEqualTo(Fidelity.AS_IT_IS);
        try (var left = Files.list(folder.resolve("out"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aBadAddressIsShownForMending() throws IOException {
        OpenedMessage opened = read("From: a@b.org\nTo: bo@@example.org\n\nhi\n");
        assertThat(opened.to()).isEqualTo("bo@@example.org");
        assertThat(opened.text()).isEqualTo("hi\n");
    }

    @Test
    void whatIsNoMessageIsRefusedInWords() {
        assertThatThrownBy(() -> read("\u0000\u0001 nothing like it")).isInstanceOf(IOException.class);
    }

    private OpenedMessage read(String eml) throws IOException {
        Path file = folder.resolve("in.eml");
        Files.write(file, eml.getBytes(StandardCharsets.UTF_8));
        return new EmlReader(folder.resolve("out")).read(file);
    }
}
