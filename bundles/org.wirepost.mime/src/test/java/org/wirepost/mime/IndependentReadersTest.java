// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.internal.text.CrlfText;
import org.wirepost.mime.internal.text.FlowedText;
import org.wirepost.mime.internal.text.HtmlText;
import org.wirepost.mime.testing.AngusReader;
import org.wirepost.mime.testing.Dice;
import org.wirepost.mime.testing.MessageReader;
import org.wirepost.mime.testing.Mime4jReader;
import org.wirepost.mime.testing.PythonReader;
import org.wirepost.mime.testing.Seen;
import org.wirepost.mime.testing.Written;

/** Parsers that others have written see in random messages exactly what was put into them. */
class IndependentReadersTest {

    private static final int MESSAGES = 100;
    private static final List<byte[]> WRITTEN = new ArrayList<>();
    private static final List<Seen> EXPECTED = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void writeMessages() {
        Dice.rolls(MESSAGES, dice -> {
            Message message = message(dice);
            Limits limits = dice.one(List.of(Limits.SEVEN_BIT, Limits.EIGHT_BIT));
            try {
                WRITTEN.add(Written.of(MimePlan.of(message, limits, PlanSettings.seeded(WRITTEN.size()))).octets());
                EXPECTED.add(expected(message));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void angusMailSeesWhatWasWritten() throws Exception {
        assertSeen(new AngusReader());
    }

    @Test
    void mime4jSeesWhatWasWritten() throws Exception {
        assertSeen(new Mime4jReader());
    }

    @Test
    void pythonSeesWhatWasWritten() throws Exception {
        assumeTrue(PythonReader.isThere(), "python3 is not installed");
        assertSeen(new PythonReader(folder));
    }

    @Test
    void aMessageLooksTheSameAfterItWasConvertedForAnotherServer() throws Exception {
        List<byte[]> converted = new ArrayList<>();
        Dice.rolls(MESSAGES, dice -> {
            Message message = message(dice);
            Limits first = dice.one(List.of(Limits.BINARY, Limits.EIGHT_BIT));
            Limits second = dice.one(List.of(Limits.SEVEN_BIT, Limits.EIGHT_BIT));
            try {
                byte[] eml = Written.of(MimePlan.of(message, first, PlanSettings.seeded(1))).octets();
                boolean textFile = !first.binary() && dice.chance(50);
                Source source = Source.of("m.eml", textFile ? withLf(eml) : eml);
                converted.add(Written.of(MimePlan.ofEml(source, second)).octets());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertSeen(new AngusReader(), converted, EXPECTED);
        assertSeen(new Mime4jReader(), converted, EXPECTED);
    }

    @Test
    void aMessageLooksTheSameWithinAnother() throws Exception {
        List<byte[]> outer = new ArrayList<>();
        List<Seen> expected = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            Message message = Message.builder().from(new Mailbox("a", "example.org")).subject("s")
                    .attach(Attachment.of(Source.of("m.eml", WRITTEN.get(i)), "message/rfc822")).build();
            outer.add(Written.of(MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.seeded(i))).octets());
            expected.add(new Seen("s", List.of("|a@example.org"), EXPECTED.get(i).parts()));
        }
        assertSeen(new AngusReader(), outer, expected);
        assertSeen(new Mime4jReader(), outer, expected);
    }

    private static byte[] withLf(byte[] eml) {
        return new String(eml, ISO_8859_1).replace("\r\n", "\n").getBytes(ISO_8859_1);
    }

    private static void assertSeen(MessageReader reader) throws Exception {
        assertSeen(reader, WRITTEN, EXPECTED);
    }

    private static void assertSeen(MessageReader reader, List<byte[]> messages, List<Seen> expected) throws Exception {
        List<Seen> seen = reader.read(messages);
        assertThat(seen).hasSize(MESSAGES);
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(seen.get(i).subject()).as("subject of message %d in %s", i, reader.name())
                    .isEqualTo(expected.get(i).subject());
            assertThat(names(seen.get(i), reader)).as("addresses of message %d in %s", i, reader.name())
                    .isEqualTo(names(expected.get(i), reader));
            assertThat(seen.get(i).parts()).as("parts of message %d in %s", i, reader.name())
                    .isEqualTo(expected.get(i).parts());
        }
    }

    private static List<String> names(Seen seen, MessageReader reader) {
        return reader.keepsBlanksInNames() ? seen.addresses()
                : seen.addresses().stream().map(name -> name.replaceAll("[\\h\\v]", "")).toList();
    }

    private static Message message(Dice dice) {
        Message.Builder message = Message.builder().from(mailbox(dice)).to(addresses(dice)).cc(addresses(dice))
                .bcc(addresses(dice)).subject(dice.word(100)).header("X-Note", dice.line(100));
        if (dice.chance(80)) {
            message.text(dice.text(12, dice.one(List.of("\n", "\r\n", "\r")))).flowed(dice.chance(30));
        }
        if (dice.chance(50)) {
            message.html("<p>" + dice.text(5, "<br>\n") + "<img src='cid:1@example.org'></p>");
        }
        for (int i = dice.chance(30) ? dice.upTo(3) : 0; i > 0; i--) {
            message.inline(Attachment.inline(Source.of(dice.word(20), dice.octets(200)), "image/png", i
                    + "@example.org"));
        }
        for (int i = dice.upTo(3); i > 0; i--) {
            String type = dice.one(List.of("application/x-test", "text/csv", "text/x-log; charset=utf-8",
                    "image/jpeg"));
            message.attach(new Attachment(Source.of("x", dice.octets(3000)), type, dice.chance(10) ? ""
                    : dice.word(120),
                    dice.one(List.of(Disposition.values())), Optional.empty()));
        }
        return message.build();
    }

    private static List<Address> addresses(Dice dice) {
        List<Address> addresses = new ArrayList<>();
        for (int i = dice.upTo(4); i > 0; i--) {
            addresses.add(dice.chance(20) ? new Group(dice.word(30), List.of(mailbox(dice), mailbox(dice)))
                    : mailbox(dice));
        }
        return addresses;
    }

    private static Mailbox mailbox(Dice dice) {
        String name = dice.chance(20) ? "" : dice.word(40);
        return new Mailbox(name, dice.one(List.of("jane", "jane.doe+tag", "x".repeat(60))),
                dice.one(List.of("example.org", "bücher.example", "a.very.long.domain.with.many.labels.example.com")));
    }

    private static Seen expected(Message message) throws IOException {
        List<String> addresses = new ArrayList<>();
        message.from().forEach(mailbox -> addresses.add(text(mailbox)));
        for (List<Address> list : List.of(message.to(), message.cc())) {
            list.forEach(address -> address.mailboxes().forEach(mailbox -> addresses.add(text(mailbox))));
        }
        List<Attachment> files = new ArrayList<>(message.inlines());
        if (message.html().isPresent()) {
            // What no link shows goes with the attachments.
            files.sort(Comparator.comparing(file -> !file.contentId().orElse("").equals("1@example.org")));
        }
        files.addAll(message.attachments());
        boolean alone = message.html().isEmpty() && files.isEmpty();
        List<Seen.Part> parts = new ArrayList<>();
        Optional<String> plain = message.text().or(() -> message.html().map(HtmlText::of));
        if (plain.isPresent()) {
            String text = message.flowed() ? FlowedText.of(plain.get()) : plain.get();
            parts.add(part("text/plain", "", CrlfText.of("text", text, alone)));
        }
        if (message.html().isPresent()) {
            parts.add(part("text/html", "", CrlfText.of("text", message.html().get(), false)));
        }
        for (Attachment file : files) {
            String type = file.type().replaceFirst(";.*", "");
            parts.add(part(type, file.name(), file.source().open().readAllBytes()));
        }
        return new Seen(message.subject(), addresses, parts.isEmpty() ? List.of(part("text/plain", "", new byte[0]))
                : parts);
    }

    private static String text(Mailbox mailbox) {
        return mailbox.displayName() + "|" + mailbox.wireSpec();
    }

    private static Seen.Part part(String type, String name, byte[] content) {
        return Seen.Part.of(type, name, content);
    }
}
