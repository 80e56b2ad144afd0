// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.mime.Source;

/** Handlers that say what is not so, or hit back when they are looked at. */
@Timeout(30)
class LyingHandlerTest {

    private static final byte[] OCTETS = {1, 2, 3};
    private static final Source FILE = Source.of("file.x", OCTETS);

    private final CountDownLatch end = new CountDownLatch(1);
    private final Handlers handlers = new Handlers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeHandler handler = FakeHandler.of("x/fake");
    private Attachments attachments;

    @BeforeEach
    void make(@TempDir Path scratch) {
        attachments = new Attachments(handlers, threads, scratch, new Bounds(Duration.ofMillis(200),
                Duration.ofMillis(800), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(2), 1000));
        handlers.add(handler.registered(1));
    }

    @AfterEach
    void letAllGo() {
        end.countDown();
        threads.shutdownNow();
    }

    private void hang() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException e) {
                // Does not care.
            }
        }
    }

    private void assertTheFileGoesOutAsItIs() throws IOException {
        Inspection inspection = attachments.inspect(FILE);
        try (Prepared prepared = attachments.prepare(inspection, Map.of()); InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).isEqualTo(OCTETS);
            assertThat(prepared.length()).isEqualTo(OCTETS.length);
            assertThat(prepared.name()).isEqualTo("file.x");
        }
        assertThat(handlers.list().get(0).setAside()).isPresent();
    }

    /** An exception of the handler's own class, which does not come back when it is asked anything. */
    private final class Trap extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            hang();
            return "";
        }

        @Override
        public String toString() {
            hang();
            return "";
        }

        @Override
        public synchronized Throwable getCause() {
            hang();
            return null;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            hang();
            return new StackTraceElement[0];
        }
    }

    @Test
    void anExceptionThatHangsWhenItIsLookedAtHangsNobodyElse() throws Exception {
        handler.inspecting((source, call) -> {
            throw new Trap();
        });
        assertTheFileGoesOutAsItIs();
    }

    @Test
    void noCodeOfTheHandlerIsInTheExceptionThatOthersGet() throws Exception {
        handler.preparing((source, report, choices, call) -> foreign(3, new ByteArrayInputStream(OCTETS) {
            @Override
            public byte[] readNBytes(int count) {
                throw new IllegalStateException("odd\u001b[31m") {
                    private static final long serialVersionUID = 1;
                };
            }
        }));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of());
                InputStream in = prepared.open()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(HandlerException.class)
                    .hasMessageContaining("odd").hasMessageNotContaining("\u001b")
                    .satisfies(failure -> assertThat(failure.getCause().getClass()).isEqualTo(IOException.class));
        }
    }

    private static Prepared foreign(long length, InputStream content) {
        AtomicInteger asked = new AtomicInteger();
        return new Prepared() {
            @Override
            public String type() {
                return "x/fake";
            }

            @Override
            public String name() {
                return "file.x";
            }

            @Override
            public long length() {
                return length + asked.getAndIncrement();
            }

            @Override
            public InputStream open() {
                return content;
            }

            @Override
            public List<String> changes() {
                return List.of();
            }
        };
    }

    @Test
    void aLengthThatIsAnotherEachTimeIsTheFirstOneForEverybody() throws Exception {
        handler.preparing((source, report, choices, call) -> foreign(3, new ByteArrayInputStream(OCTETS)));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of());
                InputStream in = prepared.open()) {
            assertThat(prepared.length()).isEqualTo(3).isEqualTo(prepared.source().length());
            assertThat(in.readAllBytes()).isEqualTo(OCTETS);
        }
    }

    @Test
    void aNegativeLengthIsAFault() throws Exception {
        handler.preparing((source, report, choices, call) -> foreign(-9, InputStream.nullInputStream()));
        assertTheFileGoesOutAsItIs();
    }

    @Test
    void aStreamThatReadsNothingAtAllIsANamedFault() throws Exception {
        handler.preparing((source, report, choices, call) -> foreign(3, new ByteArrayInputStream(OCTETS) {
            @Override
            public byte[] readNBytes(int count) {
                return null;
            }
        }));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of());
                InputStream in = prepared.open()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(HandlerException.class).hasMessageContaining("fake.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x/fake\r\nBcc: eve@example.org", "x/fake; name=\"\n\"", "", "x", "x/\u010a", "a/b/c"})
    void aTypeThatIsNoneIsAFault(String type) throws Exception {
        handler.preparing((source, report, choices, call) -> Prepared.of(type, "a", source, List.of(), List.of()));
        assertTheFileGoesOutAsItIs();
    }

    @Test
    void aNameCannotBreakOutOfItsHeader() throws Exception {
        handler.preparing((source, report, choices, call) -> Prepared.of("x/fake",
                "a\r\nBcc: eve@example.org\u202Egpj.exe\u0000" + "n".repeat(100_000), source, List.of(), List.of()));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of())) {
            assertThat(prepared.name()).hasSizeLessThan(1_010).matches("[^\\p{Cntrl}\u202E]*");
        }
    }

    @Test
    void noMoreIsKeptOfAReportThanAnybodyReads() throws Exception {
        handler.inspecting((source, call) -> new Report("x/fake",
                Collections.nCopies(100_000, Finding.info("code\n", "\u001b]0;owned\u0007" + "x".repeat(100_000))),
                Collections.nCopies(100_000, new Fact("name", "v".repeat(100_000), "\u202Ew".repeat(100_000)))));
        Report report = attachments.inspect(FILE).report();
        assertThat(report.findings()).hasSizeLessThanOrEqualTo(Report.MOST);
        assertThat(report.facts()).hasSizeLessThanOrEqualTo(Report.MOST);
        assertThat(report.findings()).allSatisfy(finding -> assertThat(finding.message() + finding.code())
                .hasSizeLessThan(2_010).matches("[^\\p{Cntrl}\u202E]*"));
        assertThat(report.facts()).allSatisfy(fact -> assertThat(fact.words() + fact.value())
                .hasSizeLessThan(2_010).matches("[^\\p{Cntrl}\u202E]*"));
    }

    @Test
    void listsOfChangesEndToo() throws Exception {
        handler.preparing((source, report, choices, call) -> Prepared.of("x/fake", "a", source,
                Collections.nCopies(100_000, "x"), Collections.nCopies(100_000, Finding.info("a", "b"))));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of())) {
            assertThat(prepared.changes()).hasSize(1_000);
            assertThat(prepared.findings()).hasSize(1_000);
        }
    }

    @Test
    void wordsOfOptionsAreInert() {
        assertThat(new Option.Toggle("a.b", "\u001b[2J\u202E" + "x".repeat(5_000), false).label())
                .hasSizeLessThan(1_010).matches("[^\\p{Cntrl}\u202E]*");
        assertThat(new Option.IntRange("a.b", "a\nb", 1, 0, 2, "\u0007").unit()).doesNotContain("\u0007");
    }

    /** More than a heap holds, one block after the other, so that other threads may fail to get one meanwhile. */
    @Test
    void aHandlerThatUsesUpTheHeapHarmsOnlyItself() throws Exception {
        handler.inspecting((source, call) -> {
            List<long[]> eaten = new ArrayList<>();
            while (true) {
                eaten.add(new long[Integer.MAX_VALUE - 8]);
            }
        });
        assertTheFileGoesOutAsItIs();
    }

    @Test
    void aHandlerThatInterruptsItsThreadHarmsNobodyElse() throws Exception {
        handler.inspecting((source, call) -> {
            Thread.currentThread().interrupt();
            return Report.of("x/fake");
        });
        for (int i = 0; i < 20; i++) {
            Inspection inspection = attachments.inspect(FILE);
            try (Prepared prepared = attachments.prepare(inspection, Map.of());
                    InputStream in = prepared.open()) {
                assertThat(in.readAllBytes()).isEqualTo(OCTETS);
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /** Asked for 64 pixels it gives a picture that would fill the window's memory, or none at all. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPictureIsAsSmallAsWasAskedFor(boolean nothing) throws Exception {
        final class Painter implements AttachmentHandler, Thumbnailer {

            @Override
            public Match match(Probe probe) {
                return Match.magic("x/painted");
            }

            @Override
            public Report inspect(Source source, Call call) {
                return Report.of("x/painted");
            }

            @Override
            public Optional<Pixels> thumbnail(Source source, Report report, int edge, Call call) {
                return nothing ? null : Optional.of(new Pixels(edge * 5, 1, new int[edge * 5]));
            }
        }
        handlers.add(new Registration(new Painter(), List.of("x/painted"), 9, 2, "painter"));
        Inspection inspection = attachments.inspect(FILE);
        assertThat(inspection.owner()).isEqualTo("painter");
        assertThat(attachments.thumbnail(inspection, 64, Watch.NONE)).isEmpty();
        assertThat(handlers.list()).filteredOn(status -> status.owner().equals("painter")).singleElement()
                .matches(status -> status.setAside().isPresent());
    }
}
