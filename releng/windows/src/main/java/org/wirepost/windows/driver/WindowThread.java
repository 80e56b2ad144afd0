// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/**
 * A thread that an application with a window is lent, as the launcher lends it the main thread. One at a time: the
 * window system takes a second display only when the first one is gone.
 */
public final class WindowThread implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private final ToIntFunction<String[]> application;
    private final Thread thread;

    private WindowThread(ToIntFunction<String[]> application, String[] words) {
        this.application = application;
        this.thread = new Thread(() -> run(words), "window");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Starts an application.
     *
     * @param application makes a {@link Display} in the thread it is called in, and returns when its window is closed
     * @param words its arguments
     */
    public static WindowThread start(ToIntFunction<String[]> application, String... words) {
        return new WindowThread(application, words);
    }

    private void run(String[] words) {
        try {
            end.complete(application.applyAsInt(words));
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    /** Waits for the display and its event loop, and returns a robot for it. */
    public Robot robot() {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() - limit < 0 && !end.isDone()) {
            Display display = Display.findDisplay(thread);
            if (display != null && answers(display)) {
                return new Robot(display);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        if (end.isDone()) {
            throw new AssertionError("The application ended with " + end.join() + " before it had a window");
        }
        throw new AssertionError("The application has no display after " + PATIENCE_SECONDS + " s");
    }

    /** Whether the event loop runs: a display can be found before it can be used. */
    private static boolean answers(Display display) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        try {
            display.asyncExec(() -> answer.complete(true));
            return answer.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (NullPointerException | SWTException e) {
            // It is being made, or disposed of.
            return false;
        }
    }

    /** Waits until the application has returned, and returns its exit code. */
    public int code() {
        return end.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Asks the application to end, if it can be asked and has not ended, and waits for it. */
    @Override
    public void close() {
        try {
            if (!end.isDone() && application instanceof AutoCloseable closeable) {
                closeable.close();
            }
            code();
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new AssertionError("The application did not end", e);
        }
    }
}
