// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;

/** Adds up the time of each stage; confined to the thread of its session. */
final class StageClock implements DialogueListener {

    private static final int STAGES = Stage.values().length;

    private long[] nanos = new long[STAGES];
    private long last = System.nanoTime();

    @Override
    public void on(DialogueEvent event) {
        long now = event.nanos();
        if (now > last) {
            nanos[event.stage().ordinal()] += now - last;
            last = now;
        }
    }

    /** Returns the times since the last lap, by the ordinal of the stage. */
    long[] lap() {
        long[] lap = nanos;
        nanos = new long[STAGES];
        return lap;
    }
}
