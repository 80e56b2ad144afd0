// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.testing.Written;

class MimePlanTest {

    private static final Mailbox JANE = new Mailbox("Jane Doe", "jane", "example.org");
    private static final PlanSettings FIXED = PlanSettings.standard()
            .withClock(Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.ofHours(1)));

    @TempDir
    Path folder;

    @Test
    void writesAPlainMessageInOneCall() throws IOException {
        MimePlan plan = MimePlan.of(letter("Hello\nWorld").messageId("1@example.org").build(), Limits.SEVEN_BIT, FIXED);
        Written written = Written.of(plan);
        assertThat(written.text()).isEqualTo("""
                Date: Fri, 02 Jan 2026 04:04:05 +0100
                From: Jane Doe <jane@example.org>
                To: Jane Doe <jane@example.org>
                Subject: Test
                Message-ID: <1@example.org>
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 7bit

                Hello
                World
                """.replace("\n", "\r\n"));
        assertThat(written.calls()).hasSize(1);
        assertThat(plan.messageId()).isEqualTo("1@example.org");
        assertThat(plan.root().path()).isEqualTo("1");
    }

    @Test
    void writesAMessageWithASmallFileInOneCall() throws IOException {
        Path file = Files.write(folder.resolve("small.bin"), new byte[20_000]);
        Message message = letter("see file").attach(Attachment.of(Source.of(file), "application/x-test"))
                .attach(Attachment.of(Source.of("b", new byte[1000]), "application/x-test")).build();
        assertThat(Written.of(plan(message, Limits.SEVEN_BIT)).calls()).hasSize(1);
        assertThat(Written.of(plan(message, Limits.BINARY)).calls()).hasSize(1);
    }

    @Test
    void writesLargeFilesInLargeBlocksThatNeedNoDotStuffing() throws IOException {
        Path file = Files.write(folder.resolve("large.bin"), noise(1_000_003));
        Message message = letter("see file").attach(Attachment.of(Source.of(file), "application/x-test")).build();
        Written written = Written.of(plan(message, Limits.SEVEN_BIT));
        List<Integer> blocks = written.calls().subList(1, written.calls().size() - 2);
        assertThat(blocks).isNotEmpty().allMatch(length -> length >= 64 * 1024 && length <= 256 * 1024);
        PartPlan part = plan(message, Limits.SEVEN_BIT).root().children().get(1);
        assertThat(part.encoding()).isEqualTo(TransferEncoding.BASE64);
        assertThat(part.sourceSize()).isEqualTo(1_000_003);
    }

    @Test
    void handsBinaryFilesOverAsFiles() throws IOException {
        byte[] content = noise(300_000);
        Path file = Files.write(folder.resolve("large.bin"), content);
        Message message = letter("see file").attach(Attachment.of(Source.of(file), "application/x-test")).build();
        MimePlan plan = plan(message, Limits.BINARY);
        Written written = Written.of(plan);
        assertThat(written.transfers()).isEqualTo(1);
        assertThat(plan.needsBinary()).isTrue();
        PartPlan part = plan.root().children().get(1);
        assertThat(Arrays.copyOfRange(written.octets(), (int) part.body().start(), (int) part.body().end()))
                .isEqualTo(content);
        assertThat(plan.root().encoding()).isEqualTo(TransferEncoding.BINARY);
        assertThat(written.header(plan.root())).contains("Content-Transfer-Encoding: binary\r\n");
    }

    @Test
    void buildsMixedOverRelatedOverAlternativeAndLeavesOutWhatIsNotNeeded() throws IOException {
        Attachment file = Attachment.of(Source.of("a.bin", new byte[3]), "application/x-test");
        Attachment logo = Attachment.inline(Source.of("logo.png", new byte[3]), "image/png", "logo@example.org");
        Attachment invitation = Attachment.of(Source.of("i.ics", "BEGIN:VCALENDAR\r\n".getBytes(UTF_8)),
                "text/calendar; method=REQUEST; charset=utf-8");
        String html = "<p>hello <img src='cid:logo@example.org'></p>";
        assertThat(tree(letter("x"))).isEqualTo("text/plain");
        assertThat(tree(Message.builder().from(JANE))).isEqualTo("text/plain");
        assertThat(tree(letter("x").html(html))).isEqualTo("multipart/alternative(text/plain text/html)");
        assertThat(tree(letter("x").html(html).inline(logo)))
                .isEqualTo("multipart/related(multipart/alternative(text/plain text/html) image/png)");
        assertThat(tree(letter("x").html(html).inline(logo).attach(file).attach(invitation))).isEqualTo(
                "multipart/mixed(multipart/related(multipart/alternative(text/plain text/html text/calendar) image/png)"
                        + " application/x-test)");
        assertThat(tree(letter("x").attach(file))).isEqualTo("multipart/mixed(text/plain application/x-test)");
        assertThat(tree(Message.builder().from(JANE).attach(file))).isEqualTo("multipart/mixed(application/x-test)");
        assertThat(tree(letter("x").inline(logo))).isEqualTo("multipart/mixed(text/plain image/png)");
        assertThat(tree(letter("x").html("<p>no link</p>").inline(logo)))
                .isEqualTo("multipart/mixed(multipart/alternative(text/plain text/html) image/png)");
        assertThat(tree(letter("x").attach(invitation))).isEqualTo("multipart/alternative(text/plain text/calendar)");
    }

    @Test
    void namesTheTypeOfTheRootInRelated() throws IOException {
        Message message = Message.builder().from(JANE).html("<p><img src='CID:logo%40example.org'></p>")
                .inline(Attachment.inline(Source.of("logo.png", new byte[3]), "image/png", "logo@example.org")).build();
        Written written = Written.of(plan(message, Limits.SEVEN_BIT));
        assertThat(written.text().replace("\r\n ", " ")).containsPattern(
                "multipart/related; boundary=\"=_[a-z2-7]{26}\"; type=\"multipart/alternative\"")
                .contains("Content-Disposition: inline; size=3; filename=\"logo.png\"\r\n"
                        + "Content-ID: <logo@example.org>\r\n");
    }

    @Test
    void makesAPlainAlternativeOfHtml() throws IOException {
        Message message = Message.builder().from(JANE)
                .html("<p>Dear Jane,</p><p><a href='https://example.org'>look</a>")
                .build();
        MimePlan plan = plan(message, Limits.SEVEN_BIT);
        Written written = Written.of(plan);
        assertThat(written.body(plan.root().children().get(0)))
                .isEqualTo("Dear Jane,\r\n\r\nlook <https://example.org>\r\n");
    }

    @Test
    void writesFlowedTextWithItsParameters() throws IOException {
        Message message = letter("word ".repeat(30) + "\n-- \nme").flowed(true).build();
        MimePlan plan = plan(message, Limits.SEVEN_BIT);
        Written written = Written.of(plan);
        assertThat(written.text().replace("\r\n ", " "))
                .contains("Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no\r\n");
        assertThat(plan.root().encoding()).as("blanks at line ends are part of the format")
                .isEqualTo(TransferEncoding.SEVEN_BIT);
        assertThat(written.body(plan.root())).contains("word \r\nword ").endsWith("\r\n-- \r\nme\r\n");
    }

    @Test
    void neverWritesBcc() throws IOException {
        Mailbox secret = new Mailbox("Hidden Person", "hidden", "secret.example");
        Message message = letter("x").bcc(secret).build();
        assertThat(Written.of(plan(message, Limits.SEVEN_BIT)).text()).doesNotContainIgnoringCase("bcc", "hidden",
                "secret.example");
        Message onlyBcc = Message.builder().from(JANE).bcc(secret).text("x").build();
        assertThat(Written.of(plan(onlyBcc, Limits.SEVEN_BIT)).text()).contains("To: undisclosed-recipients:;\r\n")
                .doesNotContainIgnoringCase("bcc:", "hidden");
        assertThat(onlyBcc.recipients()).containsExactly(secret);
    }

    @Test
    void bccLeavesNoTraceInAReproducibleMessage() throws IOException {
        Message without = letter("x").build();
        Message with = without.toBuilder().bcc(new Mailbox("hidden", "secret.example")).build();
        PlanSettings seeded = PlanSettings.seeded(1);
        assertThat(Written.of(MimePlan.of(with, Limits.SEVEN_BIT, seeded)).text())
                .isEqualTo(Written.of(MimePlan.of(without, Limits.SEVEN_BIT, seeded)).text());
    }

    @Test
    void makesMessageIdsFromTheDomainOfTheAuthor() throws IOException {
        Message message = Message.builder().from(new Mailbox("a", "bücher.example")).text("x").build();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            String id = plan(message, Limits.SEVEN_BIT).messageId();
            assertThat(id).matches("[a-z2-7]{26}@xn--bcher-kva\\.example");
            ids.add(id);
        }
        assertThat(ids).hasSize(500);
    }

    @Test
    void writesIdsOfTheThreadAsTheyAre() throws IOException {
        List<String> references = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            references.add("a-very-long-id-with-=?utf-8?q?x?=-in-it-" + i + "@example.org");
        }
        Message message = letter("x").inReplyTo(List.of("<1@example.org>")).references(references).build();
        String text = Written.of(plan(message, Limits.SEVEN_BIT)).text();
        assertThat(text).contains("In-Reply-To: <1@example.org>\r\n");
        String unfolded = text.replace("\r\n ", " ");
        for (String reference : references) {
            assertThat(unfolded).contains("<" + reference + ">");
        }
    }

    @Test
    void usesUtf8InHeadersOnlyWhereNothingElseWillDo() throws IOException {
        Message plain = Message.builder().from(new Mailbox("Jürgen", "j", "bücher.example")).subject("Grüße")
                .text("x").build();
        MimePlan ascii = plan(plain, Limits.EIGHT_BIT.withUtf8());
        assertThat(ascii.needsUtf8()).isFalse();
        assertThat(Written.of(ascii).text()).contains("j@xn--bcher-kva.example");

        Message global = plain.toBuilder().to(new Mailbox("用户さん", "用户", "例え.jp")).build();
        MimePlan utf8 = plan(global, Limits.EIGHT_BIT.withUtf8());
        assertThat(utf8.needsUtf8()).isTrue();
        assertThat(new String(Written.of(utf8).octets(), UTF_8)).contains("<用户@例え.jp>")
                .contains("To: =?UTF-8?B?").contains("Subject: =?UTF-8?B?R3LDvMOfZQ==?=");
        assertThatThrownBy(() -> plan(global, Limits.EIGHT_BIT)).isInstanceOf(MimeException.class)
                .hasMessageContaining("用户@例え.jp").hasMessageContaining("SMTPUTF8");
    }

    @Test
    void choosesTheEncodingOfATextAndSaysWhy() throws IOException {
        assertThat(choice("plain", Limits.SEVEN_BIT)).startsWith("7bit: nothing but ASCII");
        assertThat(choice("Grüße", Limits.EIGHT_BIT)).startsWith("8bit: 4 octets above 127, the first at offset 2");
        assertThat(choice("Grüße aus dem sonnigen Süden", Limits.SEVEN_BIT))
                .startsWith("quoted-printable: 6 octets above 127, the first at offset 2; the server does not take"
                        + " 8BITMIME");
        assertThat(choice("進捗報告", Limits.SEVEN_BIT)).startsWith("base64: 12 octets above 127");
        assertThat(choice("x".repeat(999), Limits.BINARY)).startsWith("quoted-printable: 1 line longer than the 998");
        assertThat(choice("a\nFrom me", Limits.EIGHT_BIT))
                .startsWith("quoted-printable: 1 line beginning with \"From \"");
        assertThat(choice("a\0b", Limits.EIGHT_BIT)).contains("1 NUL octet, at offset 1");
        assertThat(choice("a \nb\n.\n", Limits.SEVEN_BIT)).as("blanks and dots are harmless").startsWith("7bit");
    }

    @Test
    void keepsTheOctetsOfTextFiles() throws IOException {
        assertThat(fileChoice("a,b\r\n", Limits.SEVEN_BIT)).startsWith("7bit");
        assertThat(fileChoice("a long enough line, b\n".repeat(9), Limits.SEVEN_BIT))
                .startsWith("quoted-printable: 9 line ends other than CRLF, to arrive unchanged");
        assertThat(fileChoice("a\rb\nc", Limits.SEVEN_BIT)).startsWith("base64: 2 line ends");
        assertThat(fileChoice("a \r\n" + "x".repeat(60), Limits.SEVEN_BIT))
                .startsWith("quoted-printable: 1 blank ending a line");
        assertThat(fileChoice("Grüße\r\n", Limits.EIGHT_BIT)).startsWith("8bit");
        assertThat(fileChoice("a\nb", Limits.BINARY)).startsWith("binary");
        assertThat(fileChoice("", Limits.SEVEN_BIT)).isEqualTo("7bit: empty");
    }

    @Test
    void declaresTheEncodingOfAMultipartThatHasEightBitParts() throws IOException {
        Message message = letter("Grüße").html("<p>x</p>").build();
        MimePlan plan = plan(message, Limits.EIGHT_BIT);
        assertThat(Written.of(plan).header(plan.root())).contains("Content-Transfer-Encoding: 8bit\r\n");
        MimePlan ascii = plan(message, Limits.SEVEN_BIT);
        assertThat(Written.of(ascii).header(ascii.root())).doesNotContain("Content-Transfer-Encoding");
    }

    @Test
    void givesEmptyFilesNoSizeAndNoBase64() throws IOException {
        Message message = letter("x").attach(Attachment.of(Source.of("empty.bin", new byte[0]), "application/x-test"))
                .build();
        MimePlan plan = plan(message, Limits.SEVEN_BIT);
        assertThat(Written.of(plan).header(plan.root().children().get(1))).contains("7bit").doesNotContain("size=");
    }

    @Test
    void namesTheCharsetOfTextFilesThatAreUtf8AndOfNoOthers() throws IOException {
        assertThat(fileHeader("Grüße".getBytes(UTF_8), "text/csv")).contains("text/csv; charset=utf-8;");
        assertThat(fileHeader(new byte[] {'G', 'r', (byte) 0xFC}, "text/csv")).contains("text/csv; name=");
        assertThat(fileHeader("x".getBytes(UTF_8), "text/csv; charset=us-ascii"))
                .contains("text/csv; charset=us-ascii; name=");
    }

    @Test
    void refusesADelimiterCollisionByItsBoundaries() throws IOException {
        Message message = letter("x").html("<p>y</p>").attach(Attachment.of(Source.of("b", new byte[3]), "image/png"))
                .build();
        PlanSettings seeded = PlanSettings.seeded(7);
        Written first = Written.of(MimePlan.of(message, Limits.SEVEN_BIT, seeded));
        Set<String> boundaries = boundaries(first.text());
        assertThat(boundaries).hasSize(2).allMatch(boundary -> boundary.length() <= 70 && boundary.startsWith("=_"));

        Message outer = message.toBuilder().attach(new Attachment(Source.of("m.eml", first.octets()), "message/rfc822",
                "m.eml", Disposition.ATTACHMENT, Optional.empty())).build();
        Set<String> others = boundaries(Written.of(MimePlan.of(outer, Limits.SEVEN_BIT, seeded)).text());
        assertThat(others).hasSize(4).containsAll(boundaries);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Message message = letter("x").html("<p>y</p>").build();
        String one = Written.of(MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.seeded(1))).text();
        assertThat(Written.of(MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.seeded("1"))).text()).isEqualTo(one);
        assertThat(Written.of(MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.seeded(2))).text()).isNotEqualTo(one);
        assertThat(one).contains(" 2026 ").contains(" +0000\r\n");
        String other = MimePlan.of(message.toBuilder().subject("Other").build(), Limits.SEVEN_BIT,
                PlanSettings.seeded(1))
                .messageId();
        assertThat(one).as("another message has another id").doesNotContain(other);
    }

    @Test
    void takesTheDateOfTheMessageBeforeTheClock() throws IOException {
        Message message = letter("x").date(OffsetDateTime.parse("2001-02-03T04:05:06-07:00")).build();
        assertThat(Written.of(plan(message, Limits.SEVEN_BIT)).text())
                .startsWith("Date: Sat, 03 Feb 2001 04:05:06 -0700\r\n");
    }

    @Test
    void writesTheSameBytesFromTwoThreadsAtOnce() throws Exception {
        Path file = Files.write(folder.resolve("large.bin"), noise(400_000));
        Message message = letter("Grüße".repeat(1000)).attach(Attachment.of(Source.of(file), "image/png"))
                .attach(Attachment.of(Source.of("t", "a\nb".repeat(30_000).getBytes(UTF_8)), "text/plain")).build();
        MimePlan plan = plan(message, Limits.SEVEN_BIT);
        CountDownLatch start = new CountDownLatch(1);
        List<Written> results = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                Written written = Written.of(plan);
                synchronized (results) {
                    results.add(written);
                }
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(results).hasSize(2);
        assertThat(results.get(0).octets()).isEqualTo(results.get(1).octets());
    }

    @Test
    void encodesHeadersOfTheAuthorsOwnByTheirKind() throws IOException {
        Message message = letter("x").header("X-Note", "Grüße")
                .header("List-Unsubscribe", "<https://example.org/" + "u".repeat(90) + ">, <mailto:u@example.org>")
                .header("Disposition-Notification-To", "Jürgen <j@example.org>").header("X-Empty", "").build();
        String text = Written.of(plan(message, Limits.SEVEN_BIT)).text();
        assertThat(text).contains("X-Note: =?UTF-8?B?R3LDvMOfZQ==?=\r\n")
                .contains("List-Unsubscribe: <https://example.org/" + "u".repeat(90)
                + ">,\r\n <mailto:u@example.org>\r\n")
                .contains("Disposition-Notification-To: =?UTF-8?Q?J=C3=BCrgen?= <j@example.org>\r\n")
                .contains("X-Empty:\r\n");
        assertThatThrownBy(() -> plan(letter("x").header("List-Id", "Größe <a.example>").build(), Limits.SEVEN_BIT))
                .isInstanceOf(MimeException.class).hasMessageContaining("List-Id");
        assertThatThrownBy(() -> plan(letter("x").header("DKIM-Signature", "b=" + "x".repeat(1000)).build(),
                Limits.SEVEN_BIT)).isInstanceOf(MimeException.class).hasMessageContaining("998");
    }

    @Test
    void refusesHalfACharacterInATextWithItsPlace() {
        assertThatThrownBy(() -> plan(letter("ab\uD800c").build(), Limits.SEVEN_BIT))
                .isInstanceOfSatisfying(MimeException.class, e -> assertThat(e.offset()).hasValue(2));
    }

    @Test
    void saysWhatIsWrongWithAFileThatCannotBeRead() {
        Path missing = folder.resolve("missing.jpg");
        assertThatThrownBy(() -> plan(letter("x").attach(Attachment.of(Source.of(missing), "image/jpeg")).build(),
                Limits.SEVEN_BIT)).isInstanceOf(MimeException.class)
                        .hasMessage("The file " + missing + " does not exist.");
        assertThatThrownBy(() -> plan(letter("x").attach(Attachment.of(Source.of(folder), "image/jpeg")).build(),
                Limits.SEVEN_BIT)).isInstanceOf(MimeException.class).hasMessageContaining("is a folder");
    }

    private static String choice(String text, Limits limits) throws IOException {
        PartPlan root = plan(letter(text).build(), limits).root();
        return root.encoding().token() + ": " + root.reason();
    }

    private static String fileChoice(String content, Limits limits) throws IOException {
        MimePlan plan = plan(letter("x")
                .attach(Attachment.of(Source.of("f.txt", content.getBytes(UTF_8)), "text/plain"))
                .build(), limits);
        Written.of(plan);
        PartPlan part = plan.root().children().get(1);
        return part.encoding().token() + ": " + part.reason();
    }

    private static String fileHeader(byte[] content, String type) throws IOException {
        MimePlan plan = plan(letter("x").attach(Attachment.of(Source.of("f.txt", content), type)).build(),
                Limits.SEVEN_BIT);
        return Written.of(plan).header(plan.root().children().get(1));
    }

    private static String tree(Message.Builder message) throws IOException {
        MimePlan plan = plan(message.build(), Limits.SEVEN_BIT);
        Written.of(plan);
        return tree(plan.root());
    }

    private static String tree(PartPlan part) {
        List<String> children = new ArrayList<>();
        for (PartPlan child : part.children()) {
            children.add(tree(child));
        }
        return part.type() + (children.isEmpty() ? "" : "(" + String.join(" ", children) + ")");
    }

    private static Set<String> boundaries(String text) {
        Set<String> boundaries = new HashSet<>();
        Matcher matcher = Pattern.compile("boundary=\"([^\"]*)\"").matcher(text);
        while (matcher.find()) {
            boundaries.add(matcher.group(1));
        }
        return boundaries;
    }

    private static Message.Builder letter(String text) {
        return Message.builder().from(JANE).to(JANE).subject("Test").text(text);
    }

    private static MimePlan plan(Message message, Limits limits) throws IOException {
        return MimePlan.of(message, limits, FIXED);
    }

    private static byte[] noise(int length) {
        byte[] octets = new byte[length];
        new SplittableRandom(length).nextBytes(octets);
        return octets;
    }
}
