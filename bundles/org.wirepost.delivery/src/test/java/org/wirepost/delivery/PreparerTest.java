// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Attachment;
import org.wirepost.mime.Disposition;
import org.wirepost.mime.Group;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Choices;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Match;
import org.wirepost.mime.attachment.Option;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Probe;
import org.wirepost.mime.attachment.Report;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.Recipient;

class PreparerTest {

    @TempDir
    Path folder;
    private Fixture fixture;

    @BeforeEach
    void start() {
        fixture = new Fixture(folder.resolve("scratch"));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void takesTheEnvelopeFromTheHeadersAndEachAddressOnce() throws Exception {
        Draft draft = Fixture.letter("bob@example.org", "carl@example.org")
                .cc(List.of(new Group("Team", List.of(Fixture.mailbox("bob@EXAMPLE.org"), Fixture.mailbox("d@x.org")))))
                .bcc(List.of(Fixture.mailbox("Eve <eve@example.org>"))).build();
        try (PreparedOrder prepared = prepare(draft)) {
            assertThat(prepared.envelope().sender()).contains("anna@example.org");
            assertThat(prepared.envelope().recipients()).extracting(Recipient::address).containsExactly(
                    "bob@example.org", "carl@example.org", "d@x.org", "eve@example.org");
        }
    }

    @Test
    void sendsInTheNameOfTheSenderWhereThereIsOne() throws Exception {
        Draft draft = Fixture.letter("bob@example.org").sender(Fixture.mailbox("office@example.org")).build();
        try (PreparedOrder prepared = prepare(draft)) {
            assertThat(prepared.envelope().sender()).contains("office@example.org");
            assertThat(prepared.message().orElseThrow().sender()).contains(Fixture.mailbox("office@example.org"));
        }
    }

    @Test
    void letsTheEnvelopeDifferFromTheHeaders() throws Exception {
        EnvelopeOptions options = new EnvelopeOptions(Optional.of("bounces@example.org"),
                List.of("x@example.org", "\"y y\"@example.org"), Set.of(Dsn.Notify.FAILURE),
                Optional.of(Dsn.Return.HDRS), Optional.of("id-1"), true);
        try (PreparedOrder prepared = fixture.preparer()
                .prepare(new Order(Fixture.letter("bob@example.org").build(), options, "one"))) {
            assertThat(prepared.envelope().sender()).contains("bounces@example.org");
            assertThat(prepared.envelope().recipients()).extracting(Recipient::address)
                    .containsExactly("x@example.org", "\"y y\"@example.org");
            assertThat(prepared.envelope().recipients().get(0).dsn().conditions()).containsExactly(Dsn.Notify.FAILURE);
            assertThat(prepared.envelope().returned()).contains(Dsn.Return.HDRS);
            assertThat(prepared.envelope().envelopeId()).contains("id-1");
            assertThat(prepared.message().orElseThrow().to()).containsExactly(Fixture.mailbox("bob@example.org"));
        }
    }

    @Test
    void takesTheNullSenderInBothForms() throws Exception {
        for (String none : List.of("", "<>")) {
            try (PreparedOrder prepared = fixture.preparer().prepare(new Order(
                    Fixture.letter("bob@example.org").build(), EnvelopeOptions.DEFAULT.withFrom(none), ""))) {
                assertThat(prepared.envelope().sender()).isEmpty();
            }
        }
    }

    @Test
    void pointsAtTheFaultInAnEnvelopeAddress() {
        EnvelopeOptions options = EnvelopeOptions.DEFAULT.withTo(List.of("bob@@example.org"));
        DeliveryFailure failure = failure(new Order(Fixture.letter("a@x.org").build(), options, ""));
        assertThat(failure).isInstanceOfSatisfying(DeliveryFailure.BadInput.class, bad -> {
            assertThat(bad.input()).isEqualTo("bob@@example.org");
            assertThat(bad.pointer().orElseThrow()).contains("^");
        });
        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATAERR);
    }

    @Test
    void refusesNotificationsThatContradictEachOther() {
        EnvelopeOptions options =
                EnvelopeOptions.DEFAULT.withNotifyOn(Set.of(Dsn.Notify.NEVER, Dsn.Notify.SUCCESS));
        assertThat(failure(new Order(Fixture.letter("a@x.org").build(), options, "")).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesAMessageWithoutRecipient() {
        DeliveryFailure failure = failure(Fixture.letter().build());
        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATAERR);
        assertThat(failure.sentence()).contains("no recipient");
    }

    @Test
    void refusesAMessageWithoutAuthor() {
        Draft draft = Draft.builder().to(List.of(Fixture.mailbox("a@x.org"))).text("x").build();
        assertThat(failure(draft).sentence()).contains("no author");
    }

    @Test
    void refusesALineBreakInAHeader() {
        DeliveryFailure failure = failure(Fixture.letter("a@x.org").subject("x\r\nBcc: eve@example.org").build());
        assertThat(failure).isInstanceOfSatisfying(DeliveryFailure.BadInput.class,
                bad -> assertThat(bad.input()).isEqualTo("subject"));
        assertThat(failure(Fixture.letter("a@x.org").header("X-A", "b\nc").build()).exitCode())
                .isEqualTo(ExitCode.DATAERR);
        assertThat(failure(Fixture.letter("a@x.org").header("Subject", "twice").build()).exitCode())
                .isEqualTo(ExitCode.DATAERR);
    }

    @Test
    void findsBeforeConnectingWhatNoServerCouldBeSent() {
        DeliveryFailure failure =
                failure(Fixture.letter("a@x.org").header("Disposition-Notification-To", "anna@@x").build());
        assertThat(failure.exitCode()).isEqualTo(ExitCode.DATAERR);
        assertThat(failure.sentence()).contains("\"anna@@x\" is not an address");
    }

    @Test
    void namesAFileThatIsMissing() {
        DeliveryFailure failure = failure(with(DraftAttachment.of(folder.resolve("gone.pdf"))));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(failure.sentence()).contains("gone.pdf").contains("does not exist");
    }

    @Test
    void refusesAFolder() {
        DeliveryFailure failure = failure(with(DraftAttachment.of(folder)));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(failure.sentence()).contains("is a folder");
    }

    @Test
    void attachesAnEmptyFileAndSaysSo() throws Exception {
        Draft draft = with(DraftAttachment.of(file("empty.txt", "")));
        try (Fixture fixture = new Fixture(folder.resolve("scratch"), false);
                PreparedOrder prepared = fixture.preparer().prepare(new Order(draft))) {
            assertThat(prepared.attachments()).singleElement().satisfies(note -> {
                assertThat(note.size()).isZero();
                assertThat(note.findings()).extracting(org.wirepost.mime.attachment.Finding::code)
                        .contains("file.empty");
            });
        }
    }

    @Test
    void refusesAPipeWithoutOpeningIt() throws Exception {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        Assumptions.assumeThat(made.waitFor()).as("mkfifo is there").isZero();
        DeliveryFailure failure = failure(with(DraftAttachment.of(pipe)));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(failure.sentence()).contains("pipe").contains("no regular file");
    }

    @Test
    void namesAFileThatMayNotBeRead() {
        Source locked = new Source() {
            @Override
            public String name() {
                return "locked.pdf";
            }

            @Override
            public long length() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("permission denied");
            }
        };
        DeliveryFailure failure = failure(with(new DraftAttachment(locked, false, Map.of())));
        assertThat(failure.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(failure.sentence()).contains("locked.pdf").contains("permission denied");
    }

    @Test
    void notesWhatIsKnownOfEachAttachment() throws Exception {
        try (PreparedOrder prepared = prepare(with(DraftAttachment.of(file("notes.txt", "some notes"))))) {
            assertThat(prepared.attachments()).singleElement().satisfies(note -> {
                assertThat(note.name()).isEqualTo("notes.txt");
                assertThat(note.type()).isEqualTo("text/plain");
                assertThat(note.size()).isEqualTo(10);
                assertThat(note.inline()).isFalse();
                assertThat(note.handler()).isEqualTo("org.wirepost.mime");
            });
            assertThat(prepared.findings()).isEmpty();
        }
    }

    @Test
    void tellsOfAFileThatIsAttachedTwice() throws Exception {
        Path file = file("notes.txt", "some notes");
        try (PreparedOrder prepared = prepare(with(DraftAttachment.of(file), DraftAttachment.of(file)))) {
            assertThat(prepared.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("attachment.twice");
                assertThat(finding.message()).contains("notes.txt");
            });
            assertThat(prepared.message().orElseThrow().attachments()).hasSize(2);
        }
    }

    @Test
    void putsAnImageWhereTheHtmlTextShowsIt() throws Exception {
        Draft draft = Fixture.letter("a@x.org").html("<img src=\"cid:dot.gif\">")
                .attach(DraftAttachment.inline(file("dot.gif", "GIF89a........"))).build();
        try (PreparedOrder prepared = prepare(draft)) {
            Attachment image = prepared.message().orElseThrow().inlines().get(0);
            assertThat(prepared.message().orElseThrow().html().orElseThrow())
                    .contains("cid:" + image.contentId().orElseThrow());
            assertThat(prepared.attachments().get(0).inline()).isTrue();
            assertThat(prepared.findings()).isEmpty();
        }
    }

    @Test
    void attachesAnImageThatNoLinkShows() throws Exception {
        Draft draft = Fixture.letter("a@x.org").html("<p>no image</p>")
                .attach(DraftAttachment.inline(file("dot.gif", "GIF89a........"))).build();
        try (PreparedOrder prepared = prepare(draft)) {
            assertThat(prepared.message().orElseThrow().inlines()).isEmpty();
            assertThat(prepared.message().orElseThrow().attachments()).singleElement()
                    .satisfies(image -> assertThat(image.disposition()).isEqualTo(Disposition.INLINE));
            assertThat(prepared.findings()).singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("html.cid-unused"));
        }
    }

    @Test
    void findsALinkWithoutImageAlsoInALetterWithoutFiles() throws Exception {
        try (PreparedOrder prepared = prepare(Fixture.letter("a@x.org").html("<img src='cid:a.png'>").build())) {
            assertThat(prepared.findings()).singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("html.cid-missing"));
        }
    }

    @Test
    void refusesABrokenFileUnlessThatIsAllowed() throws Exception {
        Draft draft = with(DraftAttachment.of(file("bad.demo", "demo: broken")));
        fixture.add(new Demo(), "application/x-demo");
        DeliveryFailure failure = failure(draft);
        assertThat(failure.exitCode()).isEqualTo(ExitCode.NOINPUT);
        assertThat(failure.sentence()).contains("bad.demo").contains("It is torn.").contains("--allow-broken");
        try (Fixture lenient = new Fixture(folder.resolve("scratch"), true)) {
            lenient.add(new Demo(), "application/x-demo");
            try (PreparedOrder prepared = lenient.preparer().prepare(new Order(draft))) {
                assertThat(prepared.attachments().get(0).findings()).hasSize(1);
            }
        }
    }

    @Test
    void handsOptionsToTheFilesThatKnowThem() throws Exception {
        fixture.add(new Demo(), "application/x-demo");
        Draft draft = Fixture.letter("a@x.org").attach(DraftAttachment.of(file("good.demo", "demo: fine")))
                .attach(DraftAttachment.of(file("notes.txt", "notes"))).options(Map.of("demo.loud", "yes")).build();
        try (PreparedOrder prepared = prepare(draft)) {
            assertThat(prepared.attachments().get(0).changes()).containsExactly("made loud");
            assertThat(prepared.attachments().get(1).changes()).isEmpty();
            assertThat(prepared.findings()).isEmpty();
        }
    }

    @Test
    void tellsOfAnOptionThatNoFileTakes() throws Exception {
        fixture.add(new Demo(), "application/x-demo");
        Draft draft = Fixture.letter("a@x.org").attach(DraftAttachment.of(file("notes.txt", "notes")))
                .options(Map.of("demo.loud", "yes")).build();
        try (PreparedOrder prepared = prepare(draft)) {
            assertThat(prepared.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo("option.unused");
                assertThat(finding.message()).contains("demo.loud");
            });
        }
    }

    @Test
    void refusesAnOptionThatNoHandlerKnows() throws Exception {
        DeliveryFailure failure = failure(Fixture.letter("a@x.org").options(Map.of("demo.loud", "yes")).build());
        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.sentence()).contains("demo.loud");
        fixture.add(new Demo(), "application/x-demo");
        Path good = file("good.demo", "demo: fine");
        assertThat(failure(with(new DraftAttachment(Source.of(good), false, Map.of("demo.lowd", "yes")))).sentence())
                .contains("demo.lowd").contains("good.demo");
        assertThat(failure(with(new DraftAttachment(Source.of(good), false, Map.of("demo.loud", "maybe")))).exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void inspectsAFileOfManyOrdersOnceAsLongAsItStaysTheSame() throws Exception {
        Demo demo = new Demo();
        fixture.add(demo, "application/x-demo");
        Path file = file("good.demo", "demo: fine");
        Draft draft = with(DraftAttachment.of(file));
        try (PreparedOrder first = prepare(draft); PreparedOrder second = prepare(draft)) {
            assertThat(first.attachments()).isEqualTo(second.attachments());
        }
        prepare(draft).close();
        assertThat(demo.inspections).hasValue(1);
        assertThat(demo.closed).hasValue(0);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        prepare(draft).close();
        assertThat(demo.inspections).hasValue(2);
        prepare(Fixture.letter("a@x.org").attach(DraftAttachment.of(file)).options(Map.of("demo.loud", "yes")).build())
                .close();
        assertThat(demo.inspections).as("what was changed is looked at again").hasValue(4);
        fixture.preparer().close();
        assertThat(demo.closed).hasValue(3);
    }

    @Test
    void inspectsAFileAnewWhenAHandlerHasComeOrGone() throws Exception {
        Draft draft = with(DraftAttachment.of(file("good.demo", "demo: fine")));
        try (PreparedOrder before = prepare(draft)) {
            fixture.add(new Demo(), "application/x-demo");
            try (PreparedOrder with = prepare(draft)) {
                fixture.handlers.remove(1);
                try (PreparedOrder after = prepare(draft)) {
                    assertThat(List.of(before, with, after)).extracting(order -> order.attachments().get(0).handler())
                            .containsExactly("org.wirepost.mime", "test.handler", "org.wirepost.mime");
                }
            }
        }
    }

    @Test
    void keepsAFileForAnOrderThatOutlivesThePreparer() throws Exception {
        Demo demo = new Demo();
        fixture.add(demo, "application/x-demo");
        PreparedOrder prepared = prepare(with(DraftAttachment.of(file("good.demo", "demo: fine"))));
        fixture.preparer().close();
        assertThat(demo.closed).hasValue(0);
        prepared.close();
        prepared.close();
        assertThat(demo.closed).hasValue(1);
    }

    @Test
    void keepsOnlyAFewFilesThatNobodyUses() throws Exception {
        Demo demo = new Demo();
        fixture.add(demo, "application/x-demo");
        for (int i = 0; i < 50; i++) {
            prepare(with(DraftAttachment.of(file(i + ".demo", "demo: fine")))).close();
        }
        assertThat(demo.closed).hasValue(50 - 32);
    }

    @Test
    void knowsWhetherAnAddressNeedsSmtputf8() throws Exception {
        Mailbox muller = new Mailbox("m\u00fcller", "example.org");
        try (PreparedOrder prepared = prepare(Fixture.letter("a@x.org").bcc(List.of(muller)).build())) {
            assertThat(prepared.needsUtf8()).isTrue();
        }
        try (PreparedOrder prepared = prepare(Fixture.letter("a@m\u00fcller.example").build())) {
            assertThat(prepared.needsUtf8()).isFalse();
        }
    }

    private Draft with(DraftAttachment... attachments) {
        return Fixture.letter("a@x.org").attachments(List.of(attachments)).build();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private PreparedOrder prepare(Draft draft) throws OrderException {
        return fixture.preparer().prepare(new Order(draft));
    }

    private DeliveryFailure failure(Draft draft) {
        return failure(new Order(draft));
    }

    private DeliveryFailure failure(Order order) {
        return catchThrowableOfType(OrderException.class, () -> fixture.preparer().prepare(order)).failure();
    }

    /** Handles files that begin with "demo: "; those with "broken" are. */
    private static final class Demo implements AttachmentHandler {

        private static final Option.Toggle LOUD = new Option.Toggle("demo.loud", "shout", false);
        private final AtomicInteger inspections = new AtomicInteger();
        private final AtomicInteger closed = new AtomicInteger();

        @Override
        public Match match(Probe probe) {
            return probe.has(0, 'd', 'e', 'm', 'o', ':') ? Match.magic("application/x-demo") : Match.NONE;
        }

        @Override
        public Report inspect(Source source, Call call) throws IOException {
            inspections.incrementAndGet();
            String text;
            try (InputStream in = source.open()) {
                text = new String(in.readAllBytes());
            }
            Report report = Report.of("application/x-demo");
            return text.contains("broken") ? report.with(List.of(Finding.broken("demo.torn", "It is torn."))) : report;
        }

        @Override
        public List<Option<?>> options(Report report) {
            return List.of(LOUD);
        }

        @Override
        public Prepared prepare(Source source, Report report, Choices choices, Call call) throws IOException {
            long length = source.length();
            List<String> changes = choices.get(LOUD) ? List.of("made loud") : List.of();
            return new Prepared() {
                @Override
                public String type() {
                    return report.type();
                }

                @Override
                public String name() {
                    return source.name();
                }

                @Override
                public long length() {
                    return length;
                }

                @Override
                public InputStream open() throws IOException {
                    return source.open();
                }

                @Override
                public List<String> changes() {
                    return changes;
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }
    }
}
