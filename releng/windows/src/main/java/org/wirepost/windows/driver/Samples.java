// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a thread was doing at several moments, one after the other. */
final class Samples {

    /** Classes whose native methods wait for a file, a socket or another process. */
    private static final Set<String> SLOW = Set.of("java.io.FileInputStream", "java.io.FileOutputStream",
            "java.io.RandomAccessFile", "java.io.FileDescriptor", "java.io.UnixFileSystem", "java.lang.ProcessImpl",
            "sun.nio.fs.UnixNativeDispatcher", "sun.nio.ch.FileDispatcherImpl", "sun.nio.ch.FileChannelImpl",
            "sun.nio.ch.Net", "sun.nio.ch.NioSocketImpl", "java.net.Inet4AddressImpl", "java.net.Inet6AddressImpl");

    private static final long MOST_NANOS = 15_000_000;

    private final Thread thread;
    private final List<Sample> samples = new ArrayList<>();
    private final long begin = System.nanoTime();

    private record Sample(long at, Thread.State state, StackTraceElement[] stack) {

        /** Whether it can go on only when somebody else has done something; at rest in the event loop it can. */
        boolean isHeld() {
            return switch (state) {
                case BLOCKED, WAITING, TIMED_WAITING -> true;
                default -> stack.length > 0 && stack[0].isNativeMethod() && SLOW.contains(stack[0].getClassName());
            };
        }
    }

    Samples(Thread thread) {
        this.thread = thread;
    }

    /** Looks at the thread. */
    void take() {
        long at = System.nanoTime() - begin;
        samples.add(new Sample(at, thread.getState(), thread.getStackTrace()));
    }

    /**
     * Returns for how long the thread was held up: each sample that says so speaks for the time since the one before,
     * but not for a gap in which nobody looked.
     */
    Duration held() {
        long nanos = 0;
        long before = 0;
        for (Sample sample : samples) {
            nanos += sample.isHeld() ? Math.min(MOST_NANOS, sample.at() - before) : 0;
            before = sample.at();
        }
        return Duration.ofNanos(nanos);
    }

    /** Returns the stacks, the first one whole, and of the others what is different from the one before. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        StackTraceElement[] before = {};
        for (Sample sample : samples) {
            text.append("  after ").append(sample.at() / 1_000_000).append(" ms, ").append(sample.state())
                    .append(sample.isHeld() ? ", held up" : "").append('\n');
            int same = same(before, sample.stack());
            for (int i = 0; i < sample.stack().length - same; i++) {
                text.append("    at ").append(sample.stack()[i]).append('\n');
            }
            before = sample.stack();
        }
        return text.toString();
    }

    /** Returns how many frames are the same from the bottom. */
    private static int same(StackTraceElement[] one, StackTraceElement[] other) {
        int same = 0;
        while (same < Math.min(one.length, other.length)
                && one[one.length - 1 - same].equals(other[other.length - 1 - same])) {
            same++;
        }
        return same;
    }
}
