// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** What the rooms may ask of the window, if there is one. User interface thread only, but for the hooks. */
@Component(service = Windows.class)
public final class Windows {

    private final List<BooleanSupplier> closeGuards = new CopyOnWriteArrayList<>();
    private final List<Consumer<Windows>> openHooks = new CopyOnWriteArrayList<>();
    private volatile Consumer<List<String>> opener = words -> { };
    private Optional<WorkbenchWindow> window = Optional.empty();

    /** Made by the framework. */
    @Activate
    public Windows() {
    }

    void opened(WorkbenchWindow opened) {
        window = Optional.of(opened);
        openHooks.forEach(hook -> hook.accept(this));
    }

    void closed() {
        window = Optional.empty();
    }

    /** Returns the window's shell, as parent of dialogs. */
    public Optional<Shell> shell() {
        return window.map(WorkbenchWindow::shell);
    }

    /**
     * Opens a view, or brings it to the front.
     *
     * @param view id of the view
     */
    public void open(String view) {
        open(view, "");
    }

    /**
     * Opens a pane of a view that can be open several times, or brings it to the front.
     *
     * @param view id of the view
     * @param instance what it is opened for
     */
    public void open(String view, String instance) {
        window.ifPresent(present -> present.open(view, instance));
    }

    /**
     * Closes a pane, if it is open, without asking it.
     *
     * @param view id of the view
     * @param instance what it was opened for
     */
    public void close(String view, String instance) {
        window.ifPresent(present -> present.panes().find(view, instance).ifPresent(present::close));
    }

    /**
     * Tells whether a pane is open.
     *
     * @param view id of the view
     * @param instance what it was opened for
     */
    public boolean isOpen(String view, String instance) {
        return window.map(present -> present.panes().find(view, instance).isPresent()).orElse(false);
    }

    /** Returns the id of the view whose pane is active. */
    public Optional<String> activeView() {
        return window.flatMap(WorkbenchWindow::active).map(pane -> pane.view().id());
    }

    /**
     * Shows a sentence in the status line.
     *
     * @param sentence the sentence
     */
    public void setStatus(String sentence) {
        window.ifPresent(present -> present.setStatus(sentence));
    }

    /**
     * Switches the layout.
     *
     * @param layout the layout
     */
    public void setLayout(LayoutName layout) {
        window.ifPresent(present -> present.setLayout(layout));
    }

    /** Shows in the tool bar and the menus what can be done now. */
    public void refreshCommands() {
        window.ifPresent(present -> present.tools().refresh());
    }

    /** Closes the window as the user would. */
    public void close() {
        shell().ifPresent(Shell::close);
    }

    /**
     * Has someone asked before the window closes.
     *
     * @param guard asks the user if need be, and tells whether the window may close
     */
    public void addCloseGuard(BooleanSupplier guard) {
        closeGuards.add(guard);
    }

    boolean mayClose() {
        return closeGuards.stream().allMatch(BooleanSupplier::getAsBoolean);
    }

    /**
     * Has someone told when the window has opened, before it is shown.
     *
     * @param hook who is told, on the user interface thread
     */
    public void onOpen(Consumer<Windows> hook) {
        openHooks.add(hook);
    }

    /**
     * Says who opens what stands on the command line: {@code mailto:} links and {@code .eml} files.
     *
     * @param taker takes the words
     */
    public void setOpener(Consumer<List<String>> taker) {
        opener = taker;
    }

    void take(List<String> words) {
        opener.accept(words);
    }
}
