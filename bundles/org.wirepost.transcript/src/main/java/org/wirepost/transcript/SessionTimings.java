// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.smtp.dialogue.Stage;

/**
 * Measures how long each stage of a session takes. One object serves one session; it may be read from any thread and
 * at any time.
 *
 * <p>The time between two events belongs to the stage of the later one, because that is what was waited for. The only
 * exception is the time before a command that opens a new stage: nothing was under way then, and it counts as idle.
 * With PIPELINING the first reply of a flight bears the round trip. The stages and the idle time add up to the whole
 * session.
 */
public final class SessionTimings implements DialogueListener {

    private final long[] nanos = new long[Stage.values().length];
    private final boolean[] seen = new boolean[nanos.length];
    private long idle;
    private long last;
    private boolean started;
    private Stage current = Stage.RESOLVE;

    @Override
    public synchronized void on(DialogueEvent event) {
        if (!started || event instanceof SessionStarted) {
            started = true;
            last = event.nanos();
        }
        long elapsed = Math.max(0, event.nanos() - last);
        last = event.nanos();
        if (event instanceof CommandSent && event.stage() != current && event.stage() != Stage.CONTENT) {
            idle += elapsed;
        } else {
            nanos[event.stage().ordinal()] += elapsed;
        }
        seen[event.stage().ordinal()] = true;
        current = event.stage();
    }

    /** Returns the timings up to the last event. */
    public synchronized Timings timings() {
        Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            if (seen[stage.ordinal()]) {
                stages.put(stage, Duration.ofNanos(nanos[stage.ordinal()]));
            }
        }
        return new Timings(stages, Duration.ofNanos(idle));
    }
}
