// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.wirepost.smtp.dialogue.Stage;

/**
 * How long a delivery took, stage by stage, by the monotonic clock.
 *
 * <p>The time between two events of the dialogue counts for the stage of the later one, so that the stages together are
 * the time spent on the connection. In a batch the opening of a connection counts for the first message that went
 * through it; after that a message has the time between the previous result on its connection and its own. With many
 * messages in flight that is its share of the whole and not the time from its MAIL to its reply.
 */
public final class Timings {

    /** Nothing took any time. */
    public static final Timings NONE = new Timings(new long[0], 0);

    private static final Stage[] STAGES = Stage.values();

    private final long[] nanos;
    private final long total;

    private Timings(long[] nanos, long total) {
        this.nanos = nanos;
        this.total = total;
    }

    /**
     * Makes timings.
     *
     * @param nanos nanoseconds of each stage, by its ordinal; not copied
     * @param total nanoseconds of everything, preparation included
     * @return the timings
     */
    public static Timings of(long[] nanos, long total) {
        return new Timings(nanos, total);
    }

    /** Returns the stages that took time, in the order of the dialogue. */
    public Map<Stage, Duration> stages() {
        Map<Stage, Duration> map = new EnumMap<>(Stage.class);
        for (int i = 0; i < nanos.length; i++) {
            if (nanos[i] > 0) {
                map.put(STAGES[i], Duration.ofNanos(nanos[i]));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * Returns the time of one stage.
     *
     * @param stage the stage
     * @return zero when it took no time
     */
    public Duration of(Stage stage) {
        return stage.ordinal() < nanos.length ? Duration.ofNanos(nanos[stage.ordinal()]) : Duration.ZERO;
    }

    /** Returns the time from taking up the order to its report. */
    public Duration total() {
        return Duration.ofNanos(total);
    }

    @Override
    public String toString() {
        return "total " + total() + ", " + stages();
    }
}
