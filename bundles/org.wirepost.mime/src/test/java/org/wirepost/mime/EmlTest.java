// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirepost.mime.testing.Written;

/** Existing messages, sent on their own and embedded in others. */
class EmlTest {

    private static final String NESTED = """
            From: a@example.org
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=outer
            Content-Transfer-Encoding: 8bit

            preamble
            --outer
            Content-Type: multipart/alternative; boundary="outer-inner"

            --outer-inner
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            Grüße aus dem hohen Norden, wo der Wind weht
            --outer-inner
            Content-Type: text/html; charset=utf-8

            <p>plain</p>
            --outer-inner--
            --outer
            Content-Type: message/rfc822

            Subject: inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: 8BIT

            sch\u00F6n
            --outer
            Content-Type: image/png; name="p.png"
            Content-Transfer-Encoding: base64

            AAAA
            --outer--
            epilogue
            """;

    @Test
    void sendsAMessageAsItIs() throws IOException {
        String eml = "Subject:  odd   spacing \r\nx-CASE: Kept\r\n\r\n.dot\r\n\r\nFrom here \r\n";
        MimePlan plan = MimePlan.ofEml(source(eml), Limits.SEVEN_BIT);
        assertThat(Written.of(plan).text()).isEqualTo(eml);
        assertThat(plan.messageId()).isEmpty();
        assertThat(plan.root().encoding()).isEqualTo(TransferEncoding.SEVEN_BIT);
    }

    @Test
    void makesEveryLineEndCrlf() throws IOException {
        assertThat(eml("Subject: x\n\na\nb\rc\r\nd", Limits.SEVEN_BIT))
                .isEqualTo("Subject: x\r\n\r\na\r\nb\r\nc\r\nd\r\n");
        assertThat(eml("Subject: x\r\rd\r", Limits.SEVEN_BIT)).isEqualTo("Subject: x\r\n\r\nd\r\n");
        assertThat(eml("Subject: x", Limits.SEVEN_BIT)).isEqualTo("Subject: x\r\n");
        assertThat(eml("Subject: x\n\n\n.\n\n", Limits.SEVEN_BIT)).isEqualTo("Subject: x\r\n\r\n\r\n.\r\n\r\n");
    }

    @Test
    void findsLineEndsAcrossBlocks() throws IOException {
        for (int length = 65_530; length < 65_540; length++) {
            String body = ("x".repeat(99) + "\r\n").repeat(800).substring(0, length);
            String eml = "Subject: x\r\n\r\n" + body;
            assertThat(eml(eml, Limits.SEVEN_BIT)).as("%d", length).isEqualTo(normal(eml));
            String head = "Subject: x\r\n\r\n" + "y".repeat(length);
            MimePlan plan = MimePlan.ofEml(source(head + "\r\nz\r\n"), Limits.BINARY);
            assertThat(Written.of(plan).text()).as("%d", length).isEqualTo(head + "\r\nz\r\n");
            assertThat(plan.needsBinary()).isTrue();
        }
    }

    @Test
    void findsThePartsAndTheirPlaces() throws IOException {
        MimePlan plan = MimePlan.ofEml(source(NESTED), Limits.EIGHT_BIT);
        Written written = Written.of(plan);
        assertThat(written.octets()).isEqualTo(normal(NESTED).getBytes(UTF_8));
        PartPlan root = plan.root();
        assertThat(root.children()).extracting(PartPlan::type)
                .containsExactly("multipart/alternative", "message/rfc822",
                "image/png");
        assertThat(root.encoding()).isEqualTo(TransferEncoding.EIGHT_BIT);
        PartPlan inner = root.children().get(1).children().get(0);
        assertThat(inner.path()).isEqualTo("1.2.1");
        assertThat(written.header(inner)).startsWith("Subject: inner\r\n").endsWith("\r\n\r\n");
        assertThat(written.body(root.children().get(0).children().get(1))).isEqualTo("<p>plain</p>");
        assertThat(written.body(root.children().get(2))).isEqualTo("AAAA");
        assertThat(root.children().get(2).fileName()).hasValue("p.png");
        assertThat(plan.needs8Bit()).isTrue();
    }

    @Test
    void encodesOnlyTheLeavesThatNeedItForAServerWithout8Bitmime() throws IOException {
        MimePlan plan = MimePlan.ofEml(source(NESTED), Limits.SEVEN_BIT);
        Written written = Written.of(plan);
        PartPlan root = plan.root();
        assertThat(written.header(root)).contains("Content-Transfer-Encoding: 7bit\r\n").doesNotContain("8bit");
        PartPlan text = root.children().get(0).children().get(0);
        assertThat(text.encoding()).isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
        assertThat(text.reason()).contains("encoded anew").contains("4 octets above 127").contains("8BITMIME");
        assertThat(written.header(text)).contains("Content-Transfer-Encoding: quoted-printable\r\n");
        assertThat(written.body(text)).isEqualTo("Gr=C3=BC=C3=9Fe aus dem hohen Norden, wo der Wind weht");
        PartPlan inner = root.children().get(1).children().get(0);
        assertThat(new String(Base64.getMimeDecoder().decode(written.body(inner)), UTF_8)).isEqualTo("schön");
        assertThat(written.text()).contains("preamble\r\n", "epilogue\r\n", "<p>plain</p>", "\r\nAAAA\r\n");
        assertThat(plan.needs8Bit()).isFalse();
    }

    @Test
    void addsTheFieldsThatAnOldMessageLacks() throws IOException {
        assertThat(eml("Subject: x\n\nGrüße aus dem hohen Norden, wo der Wind weht\n", Limits.SEVEN_BIT))
                .isEqualTo("Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "Gr=C3=BC=C3=9Fe aus dem hohen Norden, wo der Wind weht\r\n");
    }

    @Test
    void breaksOverlongLinesOfALeaf() throws IOException {
        String long7bit = "Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\n" + "word ".repeat(300) + "\n";
        assertThat(eml(long7bit, Limits.EIGHT_BIT)).contains("Content-Transfer-Encoding: quoted-printable");
        String oneLine = "Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + "QUJD".repeat(500)
                + "\n";
        MimePlan plan = MimePlan.ofEml(source(oneLine), Limits.EIGHT_BIT);
        assertThat(Written.of(plan).body(plan.root()).lines()).allMatch(line -> line.length() <= 76);
        assertThat(plan.root().reason()).startsWith("mended: 1 line over 998 octets");
        String quoted = "Subject: x\nMIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\na=3Db ü\n";
        assertThat(eml(quoted, Limits.SEVEN_BIT)).endsWith("quoted-printable\r\n\r\na=3Db =C3=BC\r\n");
    }

    @Test
    void keepsTheOctetsOfBinaryParts() throws IOException {
        String eml = "MIME-Version: 1.0\r\nContent-Type: application/x-test\r\n"
                + "Content-Transfer-Encoding: binary\r\n\r\na\nb\0c\r";
        MimePlan plan = MimePlan.ofEml(source(eml), Limits.EIGHT_BIT);
        assertThat(Base64.getMimeDecoder().decode(Written.of(plan).body(plan.root()))).containsExactly("a\nb\0c\r"
                .getBytes(UTF_8));
        assertThat(Written.of(plan).text()).contains("Content-Transfer-Encoding: base64\r\n");
    }

    @Test
    void leavesOutBccWhenAsked() throws IOException {
        String eml = "To: a@example.org\nBCC: b@example.org,\n c@example.org\n"
                + "Subject: x\nbcc: d@example.org\n\nBcc: body\n";
        assertThat(Written.of(MimePlan.ofEml(source(eml), Limits.SEVEN_BIT, true)).text())
                .isEqualTo("To: a@example.org\r\nSubject: x\r\n\r\nBcc: body\r\n");
        assertThat(eml(eml, Limits.SEVEN_BIT)).contains("BCC: b@example.org,\r\n c@example.org\r\n");
    }

    @Test
    void leavesOutTheSeparatorOfAMailboxFile() throws IOException {
        MimePlan plan = MimePlan.ofEml(source("From a@example.org Fri Jan  2 03:04:05 2026\nSubject: x\n\ny\n"),
                Limits.SEVEN_BIT);
        assertThat(Written.of(plan).text()).isEqualTo("Subject: x\r\n\r\ny\r\n");
        assertThat(plan.root().header().start()).isZero();
    }

    @Test
    void needsSmtputf8ForRawLettersInTheHeader() throws IOException {
        Source source = source("Message-ID: <1@example.org>\nSubject: Grüße\n\nx\n");
        MimePlan plan = MimePlan.ofEml(source, Limits.EIGHT_BIT.withUtf8());
        assertThat(plan.needsUtf8()).isTrue();
        assertThat(plan.messageId()).isEqualTo("1@example.org");
        Written.of(plan);
        assertThatThrownBy(() -> MimePlan.ofEml(source, Limits.EIGHT_BIT)).isInstanceOf(MimeException.class)
                .hasMessageContaining("SMTPUTF8");
        assertThatThrownBy(() -> MimePlan.ofEml(Source.of("m.eml", "Subject: Gr\u00FC\n\nx".getBytes(ISO_8859_1)),
                Limits.EIGHT_BIT.withUtf8())).hasMessageContaining("neither ASCII nor UTF-8");
    }

    @Test
    void refusesWhatIsNoMessage() {
        for (String text : List.of("", "just text\n", "\u0000\u0001", " folded\n", "no colon here\nSubject: x\n")) {
            assertThatThrownBy(() -> MimePlan.ofEml(source(text), Limits.SEVEN_BIT)).as(text)
                    .isInstanceOf(MimeException.class).hasMessageContaining("is no message");
        }
        assertThatThrownBy(() -> MimePlan.ofEml(source("Subject: " + "x".repeat(1000) + "\n\ny"), Limits.BINARY))
                .hasMessageContaining("header line over 998 octets");
    }

    @Test
    void embedsAMessageNeverInBase64() throws IOException {
        for (Limits limits : List.of(Limits.SEVEN_BIT, Limits.EIGHT_BIT, Limits.BINARY)) {
            MimePlan plan = embedded(NESTED.getBytes(UTF_8), limits);
            Written written = Written.of(plan);
            PartPlan part = plan.root().children().get(1);
            assertThat(part.type()).isEqualTo("message/rfc822");
            assertThat(part.encoding()).isEqualTo(limits.eightBit() ? TransferEncoding.EIGHT_BIT
                    : TransferEncoding.SEVEN_BIT);
            assertThat(written.header(part)).contains("Content-Type: message/rfc822; name=\"m.eml\"");
            assertThat(written.header(part.children().get(0))).startsWith("From: a@example.org\r\n");
            assertThat(part.children().get(0).children()).hasSize(3);
        }
    }

    @Test
    void embedsAMessageWithUtf8HeadersAsGlobalWhereItMustBeEncoded() throws IOException {
        byte[] eml = "Subject: Grüße\n\nx\n".getBytes(UTF_8);
        assertThat(embeddedType(eml, Limits.EIGHT_BIT)).isEqualTo("message/rfc822 8bit");
        assertThat(embeddedType(eml, Limits.SEVEN_BIT)).isEqualTo("message/global base64");
        byte[] latin = "Subject: Gr\u00FC\n\nx\n".getBytes(ISO_8859_1);
        assertThat(embeddedType(latin, Limits.SEVEN_BIT)).isEqualTo("application/octet-stream base64");
        assertThat(embeddedType("no message".getBytes(UTF_8), Limits.SEVEN_BIT))
                .isEqualTo("application/octet-stream base64");
    }

    @Test
    void takesDeepAndManyParts() throws IOException {
        StringBuilder deep = new StringBuilder("MIME-Version: 1.0\n");
        for (int i = 0; i < 300; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b").append(i).append("_\n\n--b").append(i)
                    .append("_\n");
        }
        assertThat(eml(deep + "\nx\n", Limits.SEVEN_BIT)).isEqualTo(normal(deep + "\nx\n"));
        String many = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(20_000)
                + "--b--\n";
        MimePlan plan = MimePlan.ofEml(source(many), Limits.SEVEN_BIT);
        assertThat(plan.root().children()).hasSize(9_999);
        assertThatThrownBy(() -> MimePlan.ofEml(source(many + "\u00E4"), Limits.SEVEN_BIT))
                .hasMessageContaining("too many parts");
        assertThatThrownBy(() -> MimePlan.ofEml(source(deep + "\n\u00E4\n"), Limits.SEVEN_BIT))
                .hasMessageContaining("nested too deep");
        eml("Content-Type: message/rfc822\n\n".repeat(300) + "Subject: x\n\ny\n", Limits.SEVEN_BIT);
    }

    private static String eml(String text, Limits limits) throws IOException {
        return Written.of(MimePlan.ofEml(source(text), limits)).text();
    }

    private static MimePlan embedded(byte[] eml, Limits limits) throws IOException {
        Message message = Message.builder().from(new Mailbox("a", "example.org")).text("see below")
                .attach(Attachment.of(Source.of("m.eml", eml), "message/rfc822")).build();
        return MimePlan.of(message, limits, PlanSettings.seeded(1));
    }

    private static String embeddedType(byte[] eml, Limits limits) throws IOException {
        MimePlan plan = embedded(eml, limits);
        Written.of(plan);
        PartPlan part = plan.root().children().get(1);
        return part.type() + " " + part.encoding().token();
    }

    private static String normal(String text) {
        String normal = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return normal.endsWith("\r\n") ? normal : normal + "\r\n";
    }

    private static Source source(String text) {
        return Source.of("m.eml", text.getBytes(UTF_8));
    }

    @Test
    void repeatsAFileInSentencesWithoutWhatSteersADisplay() {
        Source eml = Source.of("a\u202Eb.eml", ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                + "Content-Transfer-Encoding: x\u001b[2J\u009b\r\n\r\n\u00e4\r\n--b--\r\n").getBytes(UTF_8));

        assertThatThrownBy(() -> MimePlan.ofEml(eml, Limits.SEVEN_BIT)).isInstanceOf(MimeException.class)
                .message().matches("[^\\p{Cc}\\p{Cf}]+").contains("a?b.eml", "x?[2j");
    }
}
