// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.wirepost.mime.PartPlan;

/**
 * The octets of a message that the user looks at: what one view selects, the others show. User interface thread only.
 */
@Component(service = PartSelection.class)
public final class PartSelection {

    /**
     * Octets of a message as it is written, before dot-stuffing.
     *
     * @param letter whose message: the id of the letter, or whatever tells it from others
     * @param part the part they are; empty for the whole of a message of which no more is known
     * @param offset of the first one, in the message that was looked at when they were selected
     * @param length how many
     */
    public record Octets(String letter, Optional<PartPlan> part, long offset, long length) {

        /** Returns a part with its header. */
        public static Octets of(String letter, PartPlan part) {
            return new Octets(letter, Optional.of(part), Parts.start(part), Parts.end(part) - Parts.start(part));
        }
    }

    /** Told when other octets are selected. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Called on the user interface thread.
         *
         * @param octets what is selected; empty for nothing
         * @param source who selected it, so that a view knows its own doing
         */
        void selected(Optional<Octets> octets, Object source);
    }

    private final List<Listener> listeners = new ArrayList<>();
    private Optional<Octets> selected = Optional.empty();

    /** Made by the framework. */
    @Activate
    public PartSelection() {
    }

    /** Returns what is selected now. */
    public Optional<Octets> selected() {
        return selected;
    }

    /**
     * Selects octets.
     *
     * @param octets what is selected
     * @param source who selects
     */
    public void select(Octets octets, Object source) {
        set(Optional.of(octets), source);
    }

    /**
     * Selects nothing.
     *
     * @param source who says so
     */
    public void clear(Object source) {
        set(Optional.empty(), source);
    }

    private void set(Optional<Octets> octets, Object source) {
        if (!octets.equals(selected)) {
            selected = octets;
            List.copyOf(listeners).forEach(listener -> listener.selected(octets, source));
        }
    }

    /** Has someone told of every selection. */
    public void watch(Listener listener) {
        listeners.add(listener);
    }

    /** Ends {@link #watch}. */
    public void unwatch(Listener listener) {
        listeners.remove(listener);
    }
}
