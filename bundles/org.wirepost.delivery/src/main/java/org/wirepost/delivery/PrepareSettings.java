// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;
import org.wirepost.mime.PlanSettings;

/**
 * How orders are prepared.
 *
 * @param plan clock and seed of the messages; with a seed, the n-th repetition of an order takes the seed plus n
 * @param allowBroken whether a file goes out although its handler found it broken; it is refused otherwise
 */
public record PrepareSettings(PlanSettings plan, boolean allowBroken) {

    /** The time of this machine, secure random bits, broken files refused. */
    public static final PrepareSettings DEFAULT = new PrepareSettings(PlanSettings.standard(), false);

    /** Refuses null. */
    public PrepareSettings {
        requireNonNull(plan, "plan");
    }

    /** Returns clock and seed for the n-th repetition of an order, counted from 0. */
    PlanSettings planOf(int repetition) {
        return repetition == 0 || plan.seed().isEmpty() ? plan
                : new PlanSettings(plan.clock(), OptionalLong.of(plan.seed().getAsLong() + repetition));
    }
}
