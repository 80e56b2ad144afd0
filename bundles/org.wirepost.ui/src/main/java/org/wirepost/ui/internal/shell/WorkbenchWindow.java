// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.command.Scope;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The window, and which of its panes is active. User interface thread only. */
final class WorkbenchWindow {

    private final Shell shell;
    private final Parts parts;
    private final WindowState state;
    private final Runnable changed;
    private final Consumer<Throwable> failures;
    private final ToolRow tools;
    private final Areas areas;
    private final StatusRow status;
    private final OpenPanes panes;
    private final TabMenu tabMenu = new TabMenu(this);
    private Optional<OpenPane> active = Optional.empty();

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
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(shell);
        tools = new ToolRow(shell, parts.commands(), parts.keys(), parts.look());
        areas = new Areas(this, shell, parts.look());
        status = new StatusRow(shell, parts.look(), parts.statusParts());
        panes = new OpenPanes(this, parts.views(), state, areas);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(tools.control());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(areas.control());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
        parts.look().paint(shell, Tone.TEXT, Tone.RAISED);
        new MenuBar(this, parts.commands(), parts.keys(), parts.views()).fill(shell);
        Listener focus = event -> focusMoved(event.widget);
        display.addFilter(SWT.FocusIn, focus);
        shell.addDisposeListener(event -> {
            display.removeFilter(SWT.FocusIn, focus);
            parts.commands().activate(new Scope());
        });
        arrange();
        tools.start();
        parts.look().watch(shell, () -> panes.all().forEach(OpenPane::refreshIcon));
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

    Areas areas() {
        return areas;
    }

    OpenPanes panes() {
        return panes;
    }

    Optional<OpenPane> active() {
        return active;
    }

    private void arrange() {
        parts.look().setLarge(state.layout.isLarge());
        panes.arrange();
    }

    /** Opens a pane, or brings it to the front. */
    void open(String view, String instance) {
        panes.open(view, instance).ifPresent(this::activate);
    }

    void toggle(View view) {
        panes.find(view.id(), "").ifPresentOrElse(this::askToClose, () -> open(view.id(), ""));
    }

    void activate(OpenPane pane) {
        stackOf(pane).ifPresent(stack -> {
            areas.makeVisible(stack);
            stack.select(pane);
        });
        setActive(pane);
        pane.pane().shown();
        pane.pane().setFocus();
    }

    private void setActive(OpenPane pane) {
        active = Optional.of(pane);
        parts.commands().activate(pane.scope());
        tools.refresh();
        stateChanged();
    }

    private void focusMoved(Object widget) {
        if (widget instanceof Control control && !shell.isDisposed() && control.getShell() == shell) {
            panes.all().stream().filter(pane -> pane.contains(control)).findFirst()
                    .filter(pane -> active.filter(now -> now == pane).isEmpty()).ifPresent(this::setActive);
        }
    }

    void askToClose(OpenPane pane) {
        if (pane.pane().mayClose()) {
            close(pane);
        }
    }

    void close(OpenPane pane) {
        panes.forget(pane);
        dispose(pane);
    }

    /** Takes a pane out of the window; the layout goes on remembering it. */
    void dispose(OpenPane pane) {
        panes.remove(pane);
        if (active.filter(now -> now == pane).isPresent()) {
            active = Optional.empty();
            parts.commands().activate(new Scope());
        }
        pane.dispose();
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

    Optional<Stack> stackOf(OpenPane pane) {
        return areas.stacks().stream().filter(stack -> pane.tab() != null && stack.folder() == pane.tab().getParent())
                .findFirst();
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

    /** Puts the current layout back to what it was before the user changed it; letters being written stay open. */
    void resetLayout() {
        state.arrangements.put(state.layout, state.layout.fresh());
        arrange();
        stateChanged();
    }

    void stateChanged() {
        if (!panes.isArranging()) {
            changed.run();
        }
    }

    /** Writes what is open, and where, into the state. */
    void remember() {
        panes.remember();
        rememberBounds();
    }

    /** A window that is being closed is hidden already, and stands elsewhere by the width of its frame. */
    void rememberBounds() {
        if (!shell.getVisible()) {
            return;
        }
        state.maximized = shell.getMaximized();
        if (!shell.getMaximized() && !shell.getMinimized()) {
            var bounds = shell.getBounds();
            state.bounds = new int[] {bounds.x, bounds.y, bounds.width, bounds.height};
        }
    }

    void setStatus(String sentence) {
        status.show(sentence);
    }

    /** Returns what can be done when nothing is open in the middle. */
    String emptyHint() {
        StringBuilder text = new StringBuilder(Messages.nothingOpen);
        for (String id : List.of("message.new", "file.openEml", ShellCommands.QUICK_ACCESS)) {
            parts.commands().find(id).ifPresent(spec -> text.append('\n').append(spec.plainLabel())
                    .append(parts.keys().of(id).map(keys -> "  " + keys).orElse("")));
        }
        return text.toString();
    }

    void failed(Throwable failure) {
        failures.accept(failure);
    }

    /** Returns the stacks that have something to show, from the left to the bottom. */
    List<Stack> stacks() {
        return areas.stacks();
    }
}
