// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;

/** The panes that are open and where they stand, kept in step with the layout. User interface thread only. */
final class OpenPanes {

    private final WorkbenchWindow window;
    private final ViewRegistry views;
    private final WindowState state;
    private final Areas areas;
    private final List<OpenPane> panes = new ArrayList<>();
    private boolean arranging;

    OpenPanes(WorkbenchWindow window, ViewRegistry views, WindowState state, Areas areas) {
        this.window = window;
        this.views = views;
        this.state = state;
        this.areas = areas;
    }

    /** Opens the panes of the current layout, moving those already open to their places. */
    void arrange() {
        arranging = true;
        try {
            Arrangement arrangement = state.arrangement();
            areas.setWeights(arrangement);
            for (OpenPane pane : List.copyOf(panes)) {
                place(pane);
            }
            for (Arrangement.Entry entry : List.copyOf(arrangement.panes)) {
                views.find(entry.view()).filter(view -> find(entry.view(), entry.instance()).isEmpty())
                        .ifPresent(view -> create(view, entry.instance(), entry.memento()));
            }
            views.views().forEach(this::came);
            areas.refresh();
            selectRemembered(arrangement);
        } finally {
            arranging = false;
        }
    }

    /** Tells whether panes are being put in their places, so that what changes is not the user's doing. */
    boolean isArranging() {
        return arranging;
    }

    private void selectRemembered(Arrangement arrangement) {
        for (Stack stack : areas.stacks()) {
            stack.panes().stream().filter(pane -> arrangement.find(pane.view().id(), pane.instance())
                    .map(Arrangement.Entry::selected).orElse(false)).findFirst()
                    .or(() -> stack.panes().stream().findFirst()).ifPresent(stack::select);
        }
    }

    /** A view has come: it is opened if it was open, or is to be open at first. */
    void came(View view) {
        Arrangement arrangement = state.arrangement();
        for (Arrangement.Entry entry : List.copyOf(arrangement.panes)) {
            if (entry.view().equals(view.id()) && find(view.id(), entry.instance()).isEmpty()) {
                create(view, entry.instance(), entry.memento());
            }
        }
        boolean wanted = view.isOpenAtFirst() && !view.isMultiple() && !arrangement.closed.contains(view.id());
        if (wanted && find(view.id(), "").isEmpty()) {
            create(view, "", "");
        }
        if (!arranging) {
            areas.refresh();
        }
    }

    /** A view has gone: its panes go with it, but the layout remembers them until it is written next. */
    void gone(View view) {
        for (OpenPane pane : List.copyOf(panes)) {
            if (pane.view() == view) {
                window.dispose(pane);
            }
        }
    }

    private OpenPane create(View view, String instance, String memento) {
        OpenPane pane = new OpenPane(window, view, instance, memento, areas.stack(view.place()).folder());
        panes.add(pane);
        place(pane);
        return pane;
    }

    private void place(OpenPane pane) {
        String id = pane.view().id();
        Place place = state.arrangement().find(id, pane.instance()).map(Arrangement.Entry::place)
                .or(() -> state.layout.place(id)).orElse(pane.view().place());
        Stack stack = areas.stack(place);
        if (pane.tab() == null || pane.tab().getParent() != stack.folder()) {
            stack.put(pane, stack.positionFor(pane));
        }
    }

    Optional<OpenPane> find(String view, String instance) {
        return panes.stream().filter(pane -> pane.is(view, instance)).findFirst();
    }

    /** Returns the pane, which is opened if it is not; empty when there is no such view. */
    Optional<OpenPane> open(String viewId, String instance) {
        return find(viewId, instance).or(() -> views.find(viewId).map(view -> {
            state.arrangement().closed.remove(viewId);
            OpenPane made = create(view, instance, "");
            areas.refresh();
            return made;
        }));
    }

    /** Forgets a pane that the user has closed. */
    void forget(OpenPane pane) {
        Arrangement arrangement = state.arrangement();
        arrangement.panes.removeIf(entry -> pane.is(entry.view(), entry.instance()));
        if (!pane.view().isMultiple()) {
            arrangement.closed.add(pane.view().id());
        }
    }

    void remove(OpenPane pane) {
        panes.remove(pane);
    }

    List<OpenPane> all() {
        return panes;
    }

    /** Writes what is open, and where, into the state; views whose bundle is away stay remembered. */
    void remember() {
        Arrangement arrangement = state.arrangement();
        arrangement.panes.removeIf(entry -> views.find(entry.view()).isPresent());
        for (Stack stack : areas.stacks()) {
            for (OpenPane pane : stack.panes()) {
                boolean selected = stack.selected().filter(front -> front == pane).isPresent();
                arrangement.panes.add(new Arrangement.Entry(pane.view().id(), pane.instance(), pane.pane().memento(),
                        stack.place(), selected));
            }
        }
        areas.saveWeights(arrangement);
    }
}
