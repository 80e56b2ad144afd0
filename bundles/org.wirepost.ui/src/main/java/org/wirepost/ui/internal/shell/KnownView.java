// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import static java.util.Objects.requireNonNull;

import java.net.URL;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;

/**
 * A view as it described itself when it came. Asked once, so that a view of a plug-in that throws later, or changes its
 * mind, cannot confuse menus and layouts.
 *
 * @param service the view itself
 */
record KnownView(View service, String id, String title, Optional<URL> icon, Place place, boolean isOpenAtFirst,
        int order,
        boolean isMultiple) implements View {

    KnownView {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(icon, "icon");
        requireNonNull(place, "place");
    }

    /** Asks a view; what it throws is thrown on. */
    static KnownView of(View view) {
        return new KnownView(view, view.id(), view.title(), view.icon(), view.place(), view.isOpenAtFirst(),
                view.order(), view.isMultiple());
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return requireNonNull(service.create(parent, site), "pane");
    }
}
