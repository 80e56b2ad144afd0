// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * What happens when the process is told to end, by Ctrl-C or SIGTERM, while the application runs: the application is
 * cancelled and given time to return, so that it can still say how far it came; then everything is closed. The exit
 * code is the application's, which knows what was done; or, if it does not return in time, the virtual machine's: 128
 * and the number of the signal.
 */
final class Interruption {

    /** An interrupt also breaks what is being written to files, so it comes last. */
    private static final long SECONDS_BEFORE_INTERRUPT = 3;
    private static final long SECONDS_AFTER_INTERRUPT = 2;

    private final Thread main;
    private final Kernel kernel;
    private final CountDownLatch returned = new CountDownLatch(1);
    private volatile ToIntFunction<String[]> application;
    private boolean ending;
    /** What it is when the application ends by an exception. */
    private volatile int code = Launcher.SOFTWARE;

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

    /**
     * Runs the application in the calling thread.
     *
     * @throws LaunchException if the process is already ending
     */
    int run(ToIntFunction<String[]> application, String[] args) throws LaunchException {
        synchronized (this) {
            if (ending) {
                throw LaunchException.ending();
            }
            this.application = application;
        }
        try {
            code = application.applyAsInt(args);
            return code;
        } finally {
            returned.countDown();
        }
    }

    /** Runs at every end of the process; there is nothing left to do when the application has returned by itself. */
    private void end() {
        synchronized (this) {
            ending = true;
        }
        boolean cancelled = application != null && returned.getCount() > 0 && cancel();
        System.out.flush();
        kernel.close();
        if (cancelled) {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Cancels the application, and tells whether it has returned. */
    private boolean cancel() {
        try {
            if (application instanceof AutoCloseable closeable) {
                closeable.close();
                if (returned.await(SECONDS_BEFORE_INTERRUPT, TimeUnit.SECONDS)) {
                    return true;
                }
            }
            main.interrupt();
            return returned.await(SECONDS_AFTER_INTERRUPT, TimeUnit.SECONDS);
        } catch (Exception e) {
            System.err.println("wirepost: the command could not be cancelled: " + e);
            return false;
        }
    }
}
