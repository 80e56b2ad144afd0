// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The only way from other threads to the user interface. What comes in a stream is drawn at most thirty times a second:
 * a {@link Beat} collects until then.
 */
@Component(service = UiThread.class)
public final class UiThread {

    /** Time between two drawings of the same thing, in milliseconds: thirty a second. */
    static final int BEAT_MILLIS = 33;

    private final Object lock = new Object();
    private final List<Runnable> early = new ArrayList<>();
    private Display display;

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
        List<Runnable> waiting;
        synchronized (lock) {
            display = running;
            waiting = List.copyOf(early);
            early.clear();
        }
        waiting.forEach(this::run);
    }

    /** Says that there is no display any more; what is asked for from now on is dropped. */
    public void detach() {
        synchronized (lock) {
            early.clear();
        }
    }

    /**
     * Has something done on the user interface thread, soon; after the end of the window it is dropped.
     *
     * @param task must be quick
     */
    public void run(Runnable task) {
        Display target;
        synchronized (lock) {
            target = display;
            if (target == null) {
                early.add(task);
                return;
            }
        }
        try {
            target.asyncExec(task);
        } catch (org.eclipse.swt.SWTException e) {
            // The display has gone between the two lines: nobody is there to see it.
            if (!target.isDisposed()) {
                throw e;
            }
        }
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
