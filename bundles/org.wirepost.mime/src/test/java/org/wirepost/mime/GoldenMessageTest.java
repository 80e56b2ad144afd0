// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.testing.AngusReader;
import org.wirepost.mime.testing.MessageReader;
import org.wirepost.mime.testing.Mime4jReader;
import org.wirepost.mime.testing.PythonReader;
import org.wirepost.mime.testing.Written;

/** A message of the same content as a well-made sample is seen the same by every reader. */
class GoldenMessageTest {

    @TempDir
    Path folder;

    @Test
    void isSeenAsTheSampleIsSeen() throws Exception {
        String testdata = System.getProperty("wirepost.testdata", "");
        assumeTrue(!testdata.isEmpty(), "the folder with sample files (-Dwirepost.testdata) is not given");
        byte[] sample = Written.of(MimePlan.ofEml(Source.of(Path.of(testdata, "mime", "golden-safe.eml")),
                Limits.SEVEN_BIT))
                .octets();
        byte[] ours = Written.of(MimePlan.of(likeTheSample(sample), Limits.SEVEN_BIT, PlanSettings.seeded(1))).octets();
        List<MessageReader> readers = new ArrayList<>(List.of(new AngusReader(), new Mime4jReader()));
        if (PythonReader.isThere()) {
            readers.add(new PythonReader(folder));
        }
        for (MessageReader reader : readers) {
            assertThat(reader.read(List.of(ours, sample))).as(reader.name())
                    .satisfies(seen -> assertThat(seen.get(0)).isEqualTo(seen.get(1)));
        }
        assertThat(new String(ours, US_ASCII).lines()).as("as short lines as the sample has")
                .allMatch(line -> line.length() <= 78);
    }

    private static Message likeTheSample(byte[] sample) throws Exception {
        List<Part> leaves = new ArrayList<>();
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(sample));
        collect(message, leaves);
        assertThat(leaves).hasSize(7);
        Message.Builder builder = Message.builder().from(AddressParser.parseMailbox("Jürgen Müller <jm@example.org>"))
                .to(AddressParser.parseList("\"Doe, Jane\" <jane@example.com>,"
                        + " Team: a@example.net, \"b (x)\" <b@example.net>;"))
                .date(OffsetDateTime.parse("2026-01-02T09:00:00+09:00")).messageId("golden-1@example.org")
                .subject(message.getSubject()).text(text(leaves.get(0))).html(text(leaves.get(1)));
        builder.attach(Attachment.of(Source.of("", octets(leaves.get(2))), "text/calendar; method=REQUEST"));
        builder.inline(Attachment.inline(Source.of(leaves.get(3).getFileName(), octets(leaves.get(3))), "image/jpeg",
                "img1@example.org"));
        List<String> types = List.of("image/jpeg", "text/plain; charset=us-ascii", "message/rfc822");
        for (int i = 0; i < 3; i++) {
            Part leaf = leaves.get(4 + i);
            builder.attach(new Attachment(Source.of("x", octets(leaf)), types.get(i), leaf.getFileName(),
                    Disposition.ATTACHMENT, Optional.empty()));
        }
        return builder.build();
    }

    private static void collect(Part part, List<Part> leaves) throws Exception {
        if (part.getContent() instanceof MimeMultipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                collect(multipart.getBodyPart(i), leaves);
            }
        } else {
            leaves.add(part);
        }
    }

    private static String text(Part part) throws Exception {
        return new String(octets(part), UTF_8);
    }

    private static byte[] octets(Part part) throws Exception {
        return part.getInputStream().readAllBytes();
    }

    /** What is written does not change by accident; after an intended change, write the file anew. */
    @Test
    void isWrittenAsRecorded() throws IOException {
        byte[] picture = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9};
        Message message = Message.builder().from(List.of(new Mailbox("Jürgen Müller", "jm", "bücher.example"),
                        new Mailbox("Doe, Jane", "jane", "example.org")))
                .sender(new Mailbox("jm", "example.org")).replyTo(List.of(new Mailbox("list", "example.org")))
                .to(new Group("Team", List.of(new Mailbox("a b", "example.net"),
                new Mailbox("進捗", "c", "example.net"))))
                .cc(new Mailbox("John Q. Public", "jqp", "example.com")).bcc(new Mailbox("hidden", "example.com"))
                .subject("Re: Grüße from the quarterly meeting of the Überprüfung committee, with 進捗報告 attached")
                .inReplyTo(List.of("1@example.org")).references(List.of("0@example.org", "1@example.org"))
                .header("X-Mailer", "Wirepost").header("List-Id", "<team.example.net>")
                .text("Grüße,\n\n> a quoted line\nFrom here on it is a rather long paragraph, which a reader is free"
                        + " to wrap"
                        + " again to the width of the window it is shown in.\n.\n-- \nJürgen\n")
                .flowed(true)
                .html("<p>Grüße, <img src=\"cid:p@example.org\" alt=\"picture\"></p>\n")
                .inline(Attachment.inline(Source.of("p.jpg", picture), "image/jpeg", "p@example.org"))
                .attach(Attachment.of(Source.of("日本語のとても長いファイル名・最終版(確認済み)・修正.jpg", picture), "image/jpeg"))
                .attach(Attachment.of(Source.of("data.csv", "a,b\n1,2 \n".repeat(4).getBytes(US_ASCII)), "text/csv"))
                .attach(Attachment.of(Source.of("old.eml", "Subject: old\n\nsch\u00F6n\n".getBytes(UTF_8)),
                "message/rfc822"))
                .build();
        String written = Written.of(MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.seeded(42))).text();
        String update = System.getProperty("wirepost.golden", "");
        if (!update.isEmpty()) {
            Files.writeString(Path.of(update), written.replace("\r\n", "\n"), US_ASCII);
        }
        try (var in = GoldenMessageTest.class.getResourceAsStream("testing/golden.eml")) {
            assertThat(written).isEqualTo(new String(in.readAllBytes(), US_ASCII).replace("\n", "\r\n"));
        }
    }
}
