// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.wirepost.smtp.dialogue.Stage;

/**
 * How long the stages of a session took.
 *
 * @param stages the stages that took place, in the order of {@link Stage}; unmodifiable
 * @param idle time in which nothing was under way on the wire: this side was preparing the next message
 */
public record Timings(Map<Stage, Duration> stages, Duration idle) {

    /** Copies the map. */
    public Timings {
        Map<Stage, Duration> copy = new EnumMap<>(Stage.class);
        copy.putAll(stages);
        stages = Collections.unmodifiableMap(copy);
    }

    /** Returns how long a stage took; zero when it did not take place. */
    public Duration of(Stage stage) {
        return stages.getOrDefault(stage, Duration.ZERO);
    }

    /** Returns how long all took, from the first event to the last. */
    public Duration total() {
        return stages.values().stream().reduce(idle, Duration::plus);
    }

    /**
     * Returns what came on top of earlier timings of the same session, such as the part of one message.
     *
     * @param earlier taken before
     * @return the differences; stages in which nothing happened since are left out
     */
    public Timings since(Timings earlier) {
        Map<Stage, Duration> differences = new EnumMap<>(Stage.class);
        stages.forEach((stage, duration) -> {
            Duration difference = duration.minus(earlier.of(stage));
            if (!earlier.stages.containsKey(stage) || !difference.isZero()) {
                differences.put(stage, difference);
            }
        });
        return new Timings(differences, idle.minus(earlier.idle));
    }
}
