// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * What happens when the process is told to end, by Ctrl-C or SIGTERM, while the application runs: the application is
 * cancelled and given time to return, so that it can still say how far it came; then everything is closed. The exit
 * code is the virtual machine's: 128 and the number of the signal.
 */
final class Interruption {

    private static final long GRACE_SECONDS = 5;

    private final Thread main;
    private final Kernel kernel;
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile ToIntFunction<String[]> application;

    private Interruption(Thread main, Kernel kernel) {
        this.main = main;
        this.kernel = kernel;
    }

    /** Watches from now on; the application is going to run in the calling thread. */
    static Interruption watchFor(Kernel kernel) {
        var interruption = new Interruption(Thread.currentThread(), kernel);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::end, "wirepost-end"));
        return interruption;
    }

    /** Runs the application in the calling thread. */
    int run(ToIntFunction<String[]> application, String[] args) {
        this.application = application;
        try {
            return application.applyAsInt(args);
        } finally {
            returned.countDown();
        }
    }

    /** Runs at every end of the process; there is nothing left to do when the application has returned by itself. */
    private void end() {
        if (application != null && returned.getCount() > 0) {
            cancel();
        }
        System.out.flush();
        kernel.close();
    }

    private void cancel() {
        main.interrupt();
        try {
            if (application instanceof AutoCloseable closeable) {
                closeable.close();
            }
            returned.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println("wirepost: the command could not be cancelled: " + e);
        }
    }
}
