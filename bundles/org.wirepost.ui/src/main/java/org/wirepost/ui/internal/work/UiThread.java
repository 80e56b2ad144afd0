// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The only way from other threads to the user interface. What comes in a stream is drawn at most thirty times a second:
 * a {@link Beat} collects until then. Tasks take turns: between two of them the window sees to the mouse, the keyboard
 * and what is to be drawn, so that many small tasks together are not felt as one long one.
 */
@Component(service = UiThread.class)
public final class UiThread {

    /** Time between two drawings of the same thing, in milliseconds: thirty a second. */
    static final int BEAT_MILLIS = 33;

    private final Object lock = new Object();
    /** This and what follows is guarded by the lock. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Display display;
    private boolean called;

    /** Made by the framework; a display is attached later. */
    @Activate
    public UiThread() {
    }

    /**
     * Says which display there is; what was asked for before is done now.
     *
     * @param running the display of the calling thread
     */
    public void attach(Display running) {
        synchronized (lock) {
            if (display != null) {
                waiting.clear();
            }
            display = running;
            called = false;
            call();
        }
    }

    /** Says that there is no display any more; what is asked for from now on is dropped. */
    public void detach() {
        synchronized (lock) {
            waiting.clear();
        }
    }

    /**
     * Has something done on the user interface thread, soon, and after what others have asked for before; after the
     * end of the window it is dropped.
     *
     * @param task must be quick
     */
    public void run(Runnable task) {
        synchronized (lock) {
            if (display == null || !display.isDisposed()) {
                waiting.add(task);
                call();
            }
        }
    }

    /** Has the display come for the next task, unless it has been called for it already. */
    private void call() {
        if (called || display == null || waiting.isEmpty()) {
            return;
        }
        try {
            called = true;
            display.asyncExec(this::turn);
        } catch (SWTException e) {
            // The display has gone: nobody is there to see it.
            waiting.clear();
            if (!display.isDisposed()) {
                throw e;
            }
        }
    }

    /** The next one is called before this one is done: a task may open a dialog, and return when that is closed. */
    private void turn() {
        Optional<Runnable> task;
        synchronized (lock) {
            called = false;
            task = Optional.ofNullable(waiting.poll());
            call();
        }
        task.ifPresent(Runnable::run);
    }

    /**
     * Makes a beat.
     *
     * @param task what is to be done on the user interface thread at each beat that was asked for; must be quick
     * @return the beat
     */
    public Beat beat(Runnable task) {
        return new Beat(this, task);
    }

    /** Runs on the user interface thread. */
    void later(Runnable task) {
        Display target;
        synchronized (lock) {
            target = display;
        }
        if (target != null && !target.isDisposed()) {
            target.timerExec(BEAT_MILLIS, task);
        }
    }
}
