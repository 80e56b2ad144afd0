// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueEvent.CommandSent;
import org.wirepost.smtp.dialogue.DialogueEvent.SessionStarted;

/**
 * How long each phase of a session took. The time before an event counts for the phase of that event; the time before
 * something is said, in which the client or a person thought, counts for none.
 *
 * @param bars the phases, in the order in which they came
 */
record Waterfall(List<Bar> bars) {

    /**
     * A phase.
     *
     * @param phase the phase
     * @param start when it first began, in nanoseconds since the session began
     * @param nanos how long it took, all its parts together
     */
    record Bar(Phase phase, long start, long nanos) {
    }

    Waterfall {
        bars = List.copyOf(bars);
    }

    /** Returns how long all phases took together, in nanoseconds. */
    long total() {
        return bars.stream().mapToLong(Bar::nanos).sum();
    }

    static Waterfall of(List<Item> items) {
        Map<Phase, long[]> spans = new EnumMap<>(Phase.class);
        List<Phase> order = new ArrayList<>();
        long first = items.isEmpty() ? 0 : items.get(0).entry().event().nanos();
        long previous = first;
        boolean contentBefore = false;
        for (Item item : items) {
            DialogueEvent event = item.entry().event();
            long now = item.nanos();
            if (contentBefore || !isOfClient(event)) {
                Phase phase = Phase.of(event.stage());
                long start = previous - first;
                long[] span = spans.computeIfAbsent(phase, key -> {
                    order.add(key);
                    return new long[] {start, 0};
                });
                span[1] += Math.max(0, now - previous);
            }
            previous = now;
            contentBefore = item.entry().content().isPresent();
        }
        return new Waterfall(order.stream().filter(phase -> phase != Phase.OTHER)
                .sorted(Comparator.comparing(Waterfall::rank))
                .map(phase -> new Bar(phase, spans.get(phase)[0], spans.get(phase)[1])).toList());
    }

    /** The beginning of a session keeps its order; what is pipelined after it is put in order. */
    private static int rank(Phase phase) {
        return phase.compareTo(Phase.MAIL) < 0 ? 0 : phase.ordinal();
    }

    /** The final dot behind content is no thinking: it waits until the content has left. */
    private static boolean isOfClient(DialogueEvent event) {
        return event instanceof CommandSent || event instanceof SessionStarted;
    }
}
