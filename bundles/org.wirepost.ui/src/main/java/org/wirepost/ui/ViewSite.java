// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui;

import java.util.function.BooleanSupplier;
import org.osgi.annotation.versioning.ProviderType;

/** What a pane may ask of the window. To be used on the user interface thread only. */
@ProviderType
public interface ViewSite {

    /** Returns what tells this pane from others of the same view; empty for the only one. */
    String instance();

    /** Returns what {@link Pane#memento()} of the pane before a restart returned; empty when there was none. */
    String memento();

    /**
     * Changes the title on the tab.
     *
     * @param title the title
     */
    void setTitle(String title);

    /**
     * Gives a command its meaning while this pane is the active one.
     *
     * @param command id of the command
     * @param action what it does
     * @param enabled whether it can be done now
     */
    void handle(String command, Runnable action, BooleanSupplier enabled);

    /**
     * Gives a command that can always be done its meaning while this pane is the active one.
     *
     * @param command id of the command
     * @param action what it does
     */
    default void handle(String command, Runnable action) {
        handle(command, action, () -> true);
    }

    /**
     * Shows a sentence in the status line until another comes.
     *
     * @param sentence the sentence
     */
    void setStatus(String sentence);

    /** Brings this pane to the front and puts the focus into it. */
    void activate();

    /** Closes this pane without asking {@link Pane#mayClose()}. */
    void close();
}
