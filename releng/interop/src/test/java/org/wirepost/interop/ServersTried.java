// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says at the end which servers of others were there, in which version, and how many tests ran against each. The tag of
 * a test class is the name of its server; a folder with scripts for a server that no test names is told, too.
 */
public final class ServersTried implements TestExecutionListener {

    /** Of one server. */
    private static final class Tally {
        private final AtomicInteger passed = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();
        private volatile String reason = "";

        private void skip(String why) {
            skipped.incrementAndGet();
            reason = why;
        }
    }

    private final Map<String, Tally> tallies = new ConcurrentSkipListMap<>();
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        scripts().forEach(name -> tallies.put(name, new Tally()));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String why) {
        tally(test).ifPresent(tally -> tally.skip(why));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        tally(test).ifPresent(tally -> {
            switch (result.getStatus()) {
                case SUCCESSFUL -> tally.passed.addAndGet(test.isTest() ? 1 : 0);
                case FAILED -> tally.failed.incrementAndGet();
                case ABORTED -> tally.skip(result.getThrowable().map(Throwable::getMessage).orElse("")
                        .replaceFirst("^Assumption failed: ", ""));
            }
        });
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (tallies.isEmpty()) {
            return;
        }
        var text = new StringBuilder("Servers of others:\n");
        tallies.forEach((server, tally) -> text.append("  ").append(line(server, tally)).append('\n'));
        System.out.print(text);
        try {
            Files.writeString(Path.of("target", "servers.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String server, Tally tally) {
        int run = tally.passed.get() + tally.failed.get();
        if (run == 0) {
            return server + ": " + (tally.skipped.get() == 0 ? "no tests" : "skipped. " + tally.reason);
        }
        return server + ServerVersion.of(server).map(version -> ' ' + version).orElse("") + ": " + run + " tests"
                + (tally.failed.get() == 0 ? "" : ", " + tally.failed + " failed")
                + (tally.skipped.get() == 0 ? "" : ", " + tally.skipped + " skipped. " + tally.reason);
    }

    /** The tag is at the class, and what it is inherited by differs with the kind of test. */
    private Optional<Tally> tally(TestIdentifier test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, each -> each.flatMap(plan::getParent))
                .flatMap(each -> each.orElseThrow().getTags().stream()).findFirst()
                .map(tag -> tallies.computeIfAbsent(tag.getName(), name -> new Tally()));
    }

    private static Stream<String> scripts() {
        String testdata = System.getProperty("wirepost.testdata", "");
        Path peers = Path.of(testdata).toAbsolutePath().resolveSibling("peers");
        if (testdata.isBlank() || !Files.isDirectory(peers)) {
            return Stream.of();
        }
        try (Stream<Path> folders = Files.list(peers)) {
            return folders.filter(folder -> Files.exists(folder.resolve("start.sh")))
                    .map(folder -> folder.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
