// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui;

import org.osgi.annotation.versioning.ConsumerType;

/** A view that is open in the window. Called on the user interface thread only. */
@ConsumerType
public interface Pane {

    /** Puts the focus on the control where work begins. */
    void setFocus();

    /**
     * Returns what is needed to show the same thing again after a restart; handed to the next pane by
     * {@link ViewSite#memento()}.
     */
    default String memento() {
        return "";
    }

    /**
     * Asked before the user closes it; not when the window closes.
     *
     * @return whether it may be closed
     */
    default boolean mayClose() {
        return true;
    }

    /** Told when it comes to the front of its stack, or back to it after a change of the layout. */
    default void shown() {
    }
}
