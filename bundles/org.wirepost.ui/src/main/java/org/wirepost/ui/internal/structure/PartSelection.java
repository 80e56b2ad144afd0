// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The octets of a message that the user looks at: what one view selects, the others show. User interface thread only.
 */
@Component(service = PartSelection.class)
public final class PartSelection {

    /**
     * Octets of the message as it is written, before dot-stuffing.
     *
     * @param offset of the first one
     * @param length how many
     */
    public record Octets(long offset, long length) { }

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
     * @param offset of the first one, as the message is written, before dot-stuffing
     * @param length how many
     * @param source who selects
     */
    public void select(long offset, long length, Object source) {
        set(Optional.of(new Octets(offset, length)), source);
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
