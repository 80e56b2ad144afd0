// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui;

import java.net.URL;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something the window can show. Published as a service it can be opened by the View menu and Quick Access; when the
 * service goes, its panes are closed. All methods are called on the user interface thread. What they throw is reported
 * in the place of the view and harms nothing else.
 */
@ConsumerType
public interface View {

    /** Returns the name by which layouts remember it, such as {@code org.example.clock}; it never changes. */
    String id();

    /** Returns the title in the user's language. */
    String title();

    /** Returns an SVG or PNG picture of 16 by 16 points. */
    default Optional<URL> icon() {
        return Optional.empty();
    }

    /** Returns where it stands until the user moves it. */
    Place place();

    /** Tells whether it is open until the user closes it. */
    default boolean isOpenAtFirst() {
        return true;
    }

    /** Returns its rank among the views of its place: low numbers first. */
    default int order() {
        return 1000;
    }

    /** Tells whether it can be open several times at once, each time for something else, such as a letter. */
    default boolean isMultiple() {
        return false;
    }

    /**
     * Shows it.
     *
     * @param parent an empty composite with a {@link org.eclipse.swt.layout.FillLayout}; what is put into it is
     *        disposed
     *        of with it
     * @param site the surroundings
     * @return the pane
     */
    Pane create(Composite parent, ViewSite site);
}
