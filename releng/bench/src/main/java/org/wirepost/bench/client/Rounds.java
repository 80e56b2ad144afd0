// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Runs the same work several times in one virtual machine and prints what each time took. */
final class Rounds {

    /** One round. */
    interface Work {
        void run() throws Exception;
    }

    private Rounds() {
    }

    /**
     * Runs the work once and prints the line {@code round SECONDS 0 0}; nothing else is asked, because asking would
     * load classes that have no part in the work.
     */
    static void once(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        System.out.println("round " + (System.nanoTime() - begin) / 1e9 + " 0 0");
    }

    /**
     * Runs the work at least this many times and this many seconds, so that a fast client gets warm too, and prints a
     * line for each: {@code round SECONDS CPU-SECONDS ALLOCATED-OCTETS}, the last of this thread.
     */
    static void run(int rounds, int seconds, Work work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long enough = System.nanoTime() + seconds * 1_000_000_000L;
        for (int i = 0; i < rounds || System.nanoTime() < enough; i++) {
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long cpu = system.getProcessCpuTime();
            long begin = System.nanoTime();
            work.run();
            long wall = System.nanoTime() - begin;
            double used = (system.getProcessCpuTime() - cpu) / 1e9;
            System.out.println("round " + wall / 1e9 + " " + used + " "
                    + (threads.getCurrentThreadAllocatedBytes() - allocated));
        }
    }
}
