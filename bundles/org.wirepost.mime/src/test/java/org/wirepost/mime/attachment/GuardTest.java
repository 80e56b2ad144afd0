// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.mime.Source;

@Timeout(30)
class GuardTest {

    private static final Source FILE = Source.of("file.x", new byte[] {1, 2, 3});
    private static final Map<String, String> TURNED = Map.of("fake.upside-down", "yes");

    private final CountDownLatch end = new CountDownLatch(1);
    private final Handlers handlers = new Handlers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Path folder;
    private Attachments attachments;

    @BeforeEach
    void makeAttachments(@TempDir Path scratch) {
        folder = scratch;
        Bounds bounds = new Bounds(Duration.ofMillis(30), Duration.ofMillis(400), Duration.ofMillis(350),
                Duration.ofMillis(900), Duration.ofMillis(300), 1000);
        attachments = new Attachments(handlers, threads, scratch, bounds);
    }

    @AfterEach
    void letAllGo() {
        end.countDown();
        threads.shutdownNow();
    }

    /** Does not come back before the test is over and does not care for interrupts. */
    private <T> T hang() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException e) {
                // That is the point.
            }
        }
        return null;
    }

    private FakeHandler added() {
        FakeHandler handler = FakeHandler.of("x/fake");
        handlers.add(handler.registered(1));
        return handler;
    }

    private HandlerStatus status() {
        return handlers.list().get(0);
    }

    private void assertSetAside(String why) {
        assertThat(status().setAside().orElse("not set aside")).contains(why);
        assertThat(status().lastError().orElseThrow()).contains(why);
        assertThat(status().failures()).isPositive();
    }

    @Test
    void aHandlerThatHangsInMatchIsSetAsideAndTheNextOneTakesOver() throws IOException {
        FakeHandler bad = added().matching(probe -> hang());
        Inspection inspection = attachments.inspect(FILE);

        assertThat(inspection.owner()).isEqualTo(Handlers.BUILT_IN);
        assertThat(inspection.report().finding("handler.failed").orElseThrow().message())
                .isEqualTo("The handler fake.1 did not come back from recognising file.x.");
        assertSetAside("did not come back");

        attachments.inspect(FILE);
        assertThat(bad.asked).as("not asked again").hasValue(1);
    }

    @Test
    void aHandlerThatHangsInInspectIsLeftBehindAndItsStreamsAreClosed() throws IOException {
        AtomicReference<InputStream> opened = new AtomicReference<>();
        AtomicReference<Source> given = new AtomicReference<>();
        AtomicBoolean closed = new AtomicBoolean();
        Source source = new Source() {
            @Override
            public String name() {
                return "file.x";
            }

            @Override
            public long length() {
                return 3;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[3]) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                };
            }
        };
        added().inspecting((file, call) -> {
            given.set(file);
            opened.set(file.open());
            closed.set(false);
            return hang();
        });

        Inspection inspection = attachments.inspect(source);

        assertThat(inspection.owner()).isEqualTo(Handlers.BUILT_IN);
        assertThat(inspection.report().findings()).extracting(Finding::code).contains("handler.failed");
        assertThat(opened.get()).isNotNull();
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> given.get().open()).hasMessageContaining("call is over");
        assertSetAside("did not come back from inspecting file.x");
    }

    @Test
    void whateverIsThrownIsCaughtAndNamed() throws IOException {
        assertFault(() -> {
            throw new IllegalStateException("odd");
        }, "IllegalStateException: odd");
        assertFault(() -> {
            throw new NoClassDefFoundError("gone/Away");
        }, "NoClassDefFoundError: gone/Away");
        assertFault(GuardTest::recurse, "StackOverflowError");
        assertFault(() -> assertThat(new long[Integer.MAX_VALUE]).isNotNull(), "OutOfMemoryError");
        assertFault(() -> {
            throw new ThrowsWhenAsked();
        }, "ThrowsWhenAsked");
    }

    private void assertFault(Runnable fault, String words) throws IOException {
        added().inspecting((source, call) -> {
            fault.run();
            return Report.of("x/fake");
        });
        Inspection inspection = attachments.inspect(FILE);
        assertThat(inspection.owner()).isEqualTo(Handlers.BUILT_IN);
        assertThat(inspection.report().finding("handler.failed").orElseThrow().message()).contains("fake.1")
                .contains("file.x").contains(words);
        assertSetAside(words);
    }

    private static void recurse() {
        recurse();
    }

    private static final class ThrowsWhenAsked extends RuntimeException {
        @Override
        public String toString() {
            throw new IllegalStateException("again");
        }
    }

    @Test
    void nothingReturnedIsAFaultToo() throws IOException {
        added().matching(probe -> null);
        attachments.inspect(FILE);
        assertSetAside("nothing was returned");
        added().inspecting((source, call) -> null);
        assertThat(attachments.inspect(FILE).owner()).isEqualTo(Handlers.BUILT_IN);
        added().preparing((source, report, choices, call) -> null);
        Prepared prepared = attachments.prepare(attachments.inspect(FILE), Map.of());
        assertThat(prepared.source()).isSameAs(FILE);
        assertThat(prepared.findings()).hasSize(1);
    }

    @Test
    void anIoExceptionOfTheHandlerIsNoFault() throws IOException {
        added().inspecting((source, call) -> {
            throw new IOException("no such codec");
        });
        Inspection inspection = attachments.inspect(FILE);
        assertThat(inspection.report().finding("handler.failed").orElseThrow().message())
                .isEqualTo("The handler fake.1 failed inspecting file.x (no such codec)."
                        + " The file was not checked by it.");
        assertThat(status().setAside()).isEmpty();
        assertThat(status().failures()).isEqualTo(1);
    }

    @Test
    void anIoExceptionOfTheFileIsNotHeldAgainstTheHandler() {
        IOException gone = new IOException("disk on fire");
        AtomicBoolean fail = new AtomicBoolean();
        Source source = new Source() {
            @Override
            public String name() {
                return "file.x";
            }

            @Override
            public long length() {
                return 3;
            }

            @Override
            public InputStream open() throws IOException {
                if (fail.getAndSet(true)) {
                    throw gone;
                }
                return new ByteArrayInputStream(new byte[3]);
            }
        };
        added().inspecting((file, call) -> {
            try (InputStream in = file.open()) {
                return Report.of("x/fake" + in.read());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThatThrownBy(() -> attachments.inspect(source)).isSameAs(gone);
        assertThat(status().setAside()).isEmpty();
        assertThat(status().failures()).isZero();
    }

    @Test
    void aFileThatGivesNoBytesIsNotHeldAgainstTheHandler() {
        Source stuck = new Source() {
            @Override
            public String name() {
                return "pipe";
            }

            @Override
            public long length() {
                return 3;
            }

            @Override
            public InputStream open() {
                return hang();
            }
        };
        added();
        assertThatThrownBy(() -> attachments.inspect(stuck)).isInstanceOf(IOException.class)
                .hasMessage("No more bytes came while opening pipe; is the disk or network there?");
        assertThat(status().setAside()).isEmpty();
    }

    @Test
    void prepareMayTakeLongAsLongAsItMakesProgressButNotForEver() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        added().preparing((source, report, choices, call) -> {
            for (int i = 1; i <= 3; i++) {
                await(never, 120);
                call.progress(i / 3.0);
            }
            return Prepared.asIs(source, report);
        });
        assertThat(attachments.prepare(attachments.inspect(FILE), TURNED).findings()).isEmpty();

        added().preparing((source, report, choices, call) -> {
            double done = 0;
            while (!call.cancelled()) {
                await(never, 50);
                done += 0.001;
                call.progress(done);
            }
            return null;
        });
        assertThat(attachments.prepare(attachments.inspect(FILE), TURNED).findings()).hasSize(1);
        assertSetAside("did not come back from preparing file.x");

        added().preparing((source, report, choices, call) -> {
            while (!call.cancelled()) {
                await(never, 50);
                call.progress(0.5);
            }
            return null;
        });
        attachments.prepare(attachments.inspect(FILE), TURNED);
        assertSetAside("did not come back from preparing file.x");
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            assertThat(latch.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS)).isFalse();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailedChangeIsBrokenButAFailedNothingIsAWarning() throws IOException {
        added().preparing((source, report, choices, call) -> {
            throw new IllegalArgumentException("oops");
        });
        Inspection first = attachments.inspect(FILE);
        try (Prepared prepared = attachments.prepare(first, TURNED)) {
            assertThat(prepared.source()).isSameAs(FILE);
            assertThat(prepared.findings()).extracting(Finding::severity).containsExactly(Finding.Severity.BROKEN);
            assertThat(prepared.findings().get(0).message()).endsWith("file.x is not changed as was asked for.");
        }
        try (Prepared prepared = attachments.prepare(first, Map.of())) {
            assertThat(prepared.findings()).extracting(Finding::severity).containsExactly(Finding.Severity.WARN);
            assertThat(prepared.findings().get(0).message()).contains("is set aside because it failed preparing")
                    .endsWith("file.x goes out as it is.");
        }
    }

    @Test
    void aHandlerSetAsideIsNamedUntilItIsReleasedOrReplaced() throws IOException {
        handlers.add(new Registration(FakeHandler.of("x/fake").inspecting((source, call) -> {
            throw new IllegalStateException("first time");
        }), List.of("application/pdf"), 0, 4, "pdf"));
        FakeHandler pdf = (FakeHandler) handlers.entries().get(0).registration().handler();
        pdf.matching(probe -> Match.magic("application/pdf"));
        Source document = Source.of("a.pdf", new byte[] {'%', 'P', 'D', 'F', '-'});
        attachments.inspect(document);

        assertThat(attachments.inspect(document).report().finding("handler.set-aside").orElseThrow().message())
                .startsWith("The handler pdf is set aside because it failed inspecting a.pdf");
        assertThat(attachments.inspect(FILE).report().findings()).as("not its kind of file").isEmpty();

        handlers.release(4);
        pdf.inspecting((source, call) -> Report.of("application/pdf"));
        assertThat(attachments.inspect(document).owner()).isEqualTo("pdf");
    }

    @Test
    void aHandlerThatIsSlowThreeTimesInARowIsSetAside() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        FakeHandler slow = added().matching(probe -> {
            await(never, 40);
            return Match.magic("x/fake");
        });
        assertThat(attachments.inspect(FILE).owner()).isEqualTo("fake.1");
        assertThat(attachments.inspect(FILE).owner()).isEqualTo("fake.1");
        assertThat(status().setAside()).isEmpty();
        attachments.inspect(FILE);
        assertSetAside("too slow");
        assertThat(slow.asked).hasValue(3);
    }

    @Test
    void aContentLongerOrShorterThanPromisedIsANamedError() throws IOException {
        added().preparing((source, report, choices, call) -> new Lying(3, 4));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), TURNED)) {
            assertThat(prepared.length()).isEqualTo(3);
            assertThatThrownBy(() -> prepared.source().open().readAllBytes()).isInstanceOf(HandlerException.class)
                    .hasMessage("The handler fake.1 promised 3 bytes for lie.x and gave more.");
        }
        assertSetAside("promised 3 bytes");

        added().preparing((source, report, choices, call) -> new Lying(5, 4));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), TURNED)) {
            assertThatThrownBy(() -> prepared.open().readAllBytes()).isInstanceOf(HandlerException.class)
                    .hasMessage("The handler fake.1 promised 5 bytes for lie.x and gave only 4.");
        }

        added().preparing((source, report, choices, call) -> new Lying(200_000, 200_000));
        try (Prepared prepared = attachments.prepare(attachments.inspect(FILE), TURNED);
                InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).hasSize(200_000).containsOnly(7);
        }
        assertThat(status().setAside()).isEmpty();
    }

    /** Content made by the handler's own code. */
    private record Lying(long length, int given) implements Prepared {
        @Override
        public String type() {
            return "x/fake";
        }

        @Override
        public String name() {
            return "lie.x";
        }

        @Override
        public InputStream open() {
            byte[] bytes = new byte[given];
            java.util.Arrays.fill(bytes, (byte) 7);
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public List<String> changes() {
            return List.of("made up");
        }
    }

    @Test
    void aContentThatHangsWhileItIsSentIsANamedErrorAndNoHang() throws IOException {
        added().preparing((source, report, choices, call) -> Prepared.of("x/fake", "file.x", new Source() {
            @Override
            public String name() {
                return "file.x";
            }

            @Override
            public long length() {
                return 100;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() {
                        return hang();
                    }
                };
            }
        }, List.of(), List.of()));
        Prepared prepared = attachments.prepare(attachments.inspect(FILE), TURNED);
        assertThatThrownBy(() -> prepared.source().open().read()).isInstanceOf(HandlerException.class)
                .hasMessage("The handler fake.1 did not come back from giving the content of file.x.");
    }

    @Test
    void aHandlerThatLeavesDuringPrepareFinishesItsWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        added().preparing((source, report, choices, call) -> {
            begun.countDown();
            awaitUninterrupted(left);
            return Prepared.of("x/fake", "new.x", Splice.of(source).keep(1, 2).build(), List.of("first byte removed"),
                    List.of());
        });
        Inspection inspection = attachments.inspect(FILE);
        var result = threads.submit(() -> attachments.prepare(inspection, TURNED));
        begun.await();
        handlers.remove(1);
        left.countDown();

        try (Prepared prepared = result.get(); InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).containsExactly(2, 3);
            assertThat(prepared.changes()).containsExactly("first byte removed");
            assertThat(prepared.name()).isEqualTo("new.x");
        }
        assertThat(attachments.inspect(FILE).owner()).isEqualTo(Handlers.BUILT_IN);
        assertThat(attachments.prepare(inspection, TURNED).findings().get(0).message())
                .isEqualTo("The handler fake.1 has left. file.x is not changed as was asked for.");
    }

    @Test
    void aHandlerWhoseClassesAreGoneFailsWithItsName() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        added().preparing((source, report, choices, call) -> {
            begun.countDown();
            awaitUninterrupted(left);
            throw new NoClassDefFoundError("fake/Helper");
        });
        Inspection inspection = attachments.inspect(FILE);
        var result = threads.submit(() -> attachments.prepare(inspection, TURNED));
        begun.await();
        handlers.remove(1);
        left.countDown();
        assertThat(result.get().findings().get(0).message()).contains("fake.1").contains("fake/Helper")
                .contains("because its bundle has left");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theCallerCanStopACallAndTheHandlerIsNotToBlame() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch noticed = new CountDownLatch(1);
        added().inspecting((source, call) -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                assertThat(call.cancelled()).isTrue();
                noticed.countDown();
            }
            return Report.of("x/fake");
        });
        var result = threads.submit(() -> attachments.inspect(FILE, stop::get));
        begun.await();
        stop.set(true);
        assertThatThrownBy(result::get).hasCauseInstanceOf(InterruptedIOException.class)
                .hasMessageContaining("Stopped while inspecting file.x.");
        noticed.await();
        assertThat(status().setAside()).isEmpty();
    }

    @Test
    void progressReachesTheCaller() throws IOException {
        AtomicReference<Double> seen = new AtomicReference<>(0.0);
        Watch watch = new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void progress(double done) {
                seen.set(done);
            }
        };
        added().preparing((source, report, choices, call) -> {
            call.progress(0.25);
            call.progress(0.2);
            return Prepared.asIs(source, report);
        });
        attachments.prepare(attachments.inspect(FILE), TURNED, watch);
        assertThat(seen).hasValue(0.25);
    }

    @Test
    void scratchFilesLiveAsLongAsTheContentAndNoLonger() throws IOException {
        added().preparing((source, report, choices, call) -> {
            Path file = Files.write(call.scratch().resolve("out.x"), new byte[] {9});
            return Prepared.of("x/fake", "file.x", Source.of(file), List.of("changed"), List.of());
        });
        Prepared prepared = attachments.prepare(attachments.inspect(FILE), TURNED);
        try (InputStream in = prepared.open()) {
            assertThat(in.readAllBytes()).containsExactly(9);
        }
        assertThat(prepared.source().file()).as("for the writer to read by channel").isPresent();
        assertThat(left()).hasSize(1);
        prepared.close();
        assertThat(left()).isEmpty();

        added().preparing((source, report, choices, call) -> {
            Files.write(call.scratch().resolve("half.x"), new byte[10]);
            throw new IllegalStateException("half way");
        });
        attachments.prepare(attachments.inspect(FILE), TURNED);
        assertThat(left()).isEmpty();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void countsCallsForTheListOfHandlers() throws IOException {
        added();
        attachments.prepare(attachments.inspect(FILE), Map.of());
        assertThat(status()).extracting(HandlerStatus::owner, HandlerStatus::calls, HandlerStatus::failures)
                .containsExactly("fake.1", 3L, 0L);
        assertThat(status().lastError()).isEmpty();
    }

    @Test
    void withoutAThreadOfItsOwnACallStillWorks() throws IOException {
        Attachments direct = new Attachments(handlers, Runnable::run, folder);
        added().inspecting((source, call) -> {
            throw new IllegalStateException("here");
        });
        assertThat(direct.inspect(FILE).owner()).isEqualTo(Handlers.BUILT_IN);
        assertSetAside("here");
    }

    @Test
    void aClosedExecutorIsNotHeldAgainstTheHandler() {
        added();
        threads.shutdown();
        assertThatThrownBy(() -> attachments.inspect(FILE)).hasMessageContaining("the program is closing");
        assertThat(status().failures()).isZero();
    }
}
