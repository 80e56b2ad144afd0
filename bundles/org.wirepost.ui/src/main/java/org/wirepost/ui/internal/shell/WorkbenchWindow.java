// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.command.Scope;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The window: which panes are open, where they stand, and which one is active. User interface thread only. */
final class WorkbenchWindow {

    private final Shell shell;
    private final Parts parts;
    private final WindowState state;
    private final Runnable changed;
    private final Consumer<Throwable> failures;
    private final List<OpenPane> panes = new ArrayList<>();
    private final LocalResourceManager images;
    private final ToolRow tools;
    private final Areas areas;
    private final StatusRow status;
    private final TabMenu tabMenu = new TabMenu(this);
    private Optional<OpenPane> active = Optional.empty();
    private boolean arranging;

    /** What a window is made of. */
    record Parts(CommandTable commands, Keys keys, Look look, ViewRegistry views, StatusParts statusParts) {
    }

    WorkbenchWindow(Display display, Parts parts, WindowState state, Runnable changed, Consumer<Throwable> failures) {
        this.parts = parts;
        this.state = state;
        this.changed = changed;
        this.failures = failures;
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Wirepost");
        shell.setData("wirepost.id", "window");
        images = new LocalResourceManager(JFaceResources.getResources(), shell);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(shell);
        new MenuBar(this, parts.commands(), parts.keys(), parts.views()).fill(shell);
        tools = new ToolRow(shell, parts.commands(), parts.keys(), parts.look());
        areas = new Areas(this, shell, parts.look());
        status = new StatusRow(shell, parts.look(), parts.statusParts());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools.control());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(areas.control());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
        parts.look().paint(shell, Tone.TEXT, Tone.RAISED);
        display.addFilter(SWT.FocusIn, event -> focusMoved(event.widget));
        arrange();
    }

    Shell shell() {
        return shell;
    }

    ToolRow tools() {
        return tools;
    }

    Look look() {
        return parts.look();
    }

    /** Opens the panes of the current layout, moving those already open to their places. */
    void arrange() {
        arranging = true;
        try {
            Arrangement arrangement = state.arrangement();
            parts.look().setLarge(state.layout.isLarge());
            areas.setWeights(arrangement);
            for (OpenPane pane : List.copyOf(panes)) {
                place(pane, -1);
            }
            for (Arrangement.Entry entry : List.copyOf(arrangement.panes)) {
                parts.views().find(entry.view).filter(view -> !isOpen(entry.view, entry.instance))
                        .ifPresent(view -> create(view, entry.instance, entry.memento));
            }
            parts.views().views().forEach(this::came);
            areas.refresh();
            selectRemembered(arrangement);
        } finally {
            arranging = false;
        }
    }

    private void selectRemembered(Arrangement arrangement) {
        for (Stack stack : areas.stacks()) {
            stack.panes().stream().filter(pane -> arrangement.find(pane.view().id(), pane.instance())
                    .map(entry -> entry.selected).orElse(false)).findFirst()
                    .or(() -> stack.panes().stream().findFirst()).ifPresent(stack::select);
        }
    }

    /** A view has come: it is opened if it was open, or is to be open at first. */
    void came(View view) {
        Arrangement arrangement = state.arrangement();
        boolean wanted = view.isOpenAtFirst() && !view.isMultiple() && !arrangement.closed.contains(view.id());
        if (wanted && !isOpen(view.id(), "")) {
            create(view, "", arrangement.find(view.id(), "").map(entry -> entry.memento).orElse(""));
            areas.refresh();
        }
    }

    /** A view has gone: its panes go with it, but the layout remembers them. */
    void gone(View view) {
        for (OpenPane pane : List.copyOf(panes)) {
            if (pane.view() == view) {
                dispose(pane);
            }
        }
    }

    private OpenPane create(View view, String instance, String memento) {
        OpenPane pane = new OpenPane(this, view, instance, memento, areas.stack(view.place()).folder());
        panes.add(pane);
        place(pane, -1);
        return pane;
    }

    private void place(OpenPane pane, int position) {
        String id = pane.view().id();
        Place place = state.arrangement().find(id, pane.instance()).map(entry -> entry.place)
                .or(() -> state.layout.place(id)).orElse(pane.view().place());
        Stack stack = areas.stack(place);
        if (pane.tab() == null || pane.tab().getParent() != stack.folder()) {
            stack.put(pane, position);
        }
    }

    boolean isOpen(String view, String instance) {
        return find(view, instance).isPresent();
    }

    Optional<OpenPane> find(String view, String instance) {
        return panes.stream().filter(pane -> pane.is(view, instance)).findFirst();
    }

    /** Opens a pane, or brings it to the front. */
    void open(String viewId, String instance) {
        Optional<OpenPane> pane = find(viewId, instance).or(() -> parts.views().find(viewId).map(view -> {
            state.arrangement().closed.remove(viewId);
            OpenPane made = create(view, instance, "");
            areas.refresh();
            return made;
        }));
        pane.ifPresent(this::activate);
    }

    void toggle(View view) {
        find(view.id(), "").ifPresentOrElse(this::askToClose, () -> open(view.id(), ""));
    }

    void activate(OpenPane pane) {
        stackOf(pane).ifPresent(stack -> stack.select(pane));
        setActive(pane);
        pane.pane().setFocus();
    }

    private void setActive(OpenPane pane) {
        active = Optional.of(pane);
        parts.commands().activate(pane.scope());
        tools.refresh();
        stateChanged();
    }

    private void focusMoved(Object widget) {
        if (widget instanceof Control control && control.getShell() == shell) {
            panes.stream().filter(pane -> isInside(control, pane)).findFirst()
                    .filter(pane -> active.filter(now -> now == pane).isEmpty()).ifPresent(this::setActive);
        }
    }

    private static boolean isInside(Control control, OpenPane pane) {
        for (Control parent = control; parent != null; parent = parent.getParent()) {
            if (parent == pane.body()) {
                return true;
            }
        }
        return false;
    }

    Optional<OpenPane> active() {
        return active;
    }

    void askToClose(OpenPane pane) {
        if (pane.pane().mayClose()) {
            close(pane);
        }
    }

    void close(OpenPane pane) {
        Arrangement arrangement = state.arrangement();
        arrangement.panes.removeIf(entry -> pane.is(entry.view, entry.instance));
        if (!pane.view().isMultiple()) {
            arrangement.closed.add(pane.view().id());
        }
        dispose(pane);
    }

    private void dispose(OpenPane pane) {
        panes.remove(pane);
        if (active.filter(now -> now == pane).isPresent()) {
            active = Optional.empty();
            parts.commands().activate(new Scope());
        }
        if (pane.tab() != null) {
            pane.tab().dispose();
        }
        pane.body().dispose();
        areas.refresh();
        tools.refresh();
        stateChanged();
    }

    void move(OpenPane pane, Stack stack, int position) {
        stack.put(pane, position);
        stack.select(pane);
        areas.refresh();
        activate(pane);
    }

    void toggleMaximized(Stack stack) {
        areas.toggleMaximized(stack);
    }

    Optional<Stack> stackOf(OpenPane pane) {
        return areas.stacks().stream().filter(stack -> pane.tab() != null && stack.folder() == pane.tab().getParent())
                .findFirst();
    }

    Optional<Stack> stackAt(Point onDisplay) {
        return areas.at(onDisplay);
    }

    Stack stack(Place place) {
        return areas.stack(place);
    }

    List<Stack> stacks() {
        return areas.stacks();
    }

    List<OpenPane> panes() {
        return panes;
    }

    void showDropPlaces(boolean wanted) {
        areas.showAll(wanted);
    }

    void showTabMenu(OpenPane pane, Control on) {
        tabMenu.show(pane, on);
    }

    void setLayout(LayoutName layout) {
        remember();
        state.layout = layout;
        arrange();
        stateChanged();
    }

    LayoutName layout() {
        return state.layout;
    }

    /** Puts the current layout back to what it was before the user changed it; letters being written stay open. */
    void resetLayout() {
        state.arrangements.put(state.layout, state.layout.fresh());
        arrange();
        stateChanged();
    }

    void stateChanged() {
        if (!arranging) {
            changed.run();
        }
    }

    /** Writes what is open, and where, into the state. */
    void remember() {
        Arrangement arrangement = state.arrangement();
        arrangement.panes.clear();
        for (Stack stack : areas.stacks()) {
            for (OpenPane pane : stack.panes()) {
                Arrangement.Entry entry = new Arrangement.Entry();
                entry.view = pane.view().id();
                entry.instance = pane.instance();
                entry.memento = pane.pane().memento();
                entry.place = stack.place();
                entry.selected = stack.selected().filter(front -> front == pane).isPresent();
                arrangement.panes.add(entry);
            }
        }
        areas.saveWeights(arrangement);
        state.maximized = shell.getMaximized();
        if (!shell.getMaximized() && !shell.getMinimized()) {
            var bounds = shell.getBounds();
            state.bounds = new int[] {bounds.x, bounds.y, bounds.width, bounds.height};
        }
    }

    Image image(URL url) {
        return images.create(ImageDescriptor.createFromURL(url));
    }

    void setStatus(String sentence) {
        status.show(sentence);
    }

    void failed(Throwable failure) {
        failures.accept(failure);
    }
}
