// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.Pane;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.plugin.Plugin.Condition;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** The bundles in the window: the list, what is known of the selected one, and what can be done with it. */
final class PluginsPane implements Pane, PluginActions.Report {

    /** Calls of handlers are counted without anybody being told, so they are looked at now and then. */
    private static final int LOOK_AGAIN_MILLIS = 2_000;
    private static final int TAB = 120;

    private final Composite page;
    private final Plugins plugins;
    private final UiThread ui;
    private final Look look;
    private final PluginActions actions;
    private final PluginButtons buttons;
    private final PluginTable table;
    private final StyledText details;
    private final Notice notice;
    private final Beat beat;
    private final AtomicBoolean reading = new AtomicBoolean();
    private Optional<Expected> expected = Optional.empty();
    private Optional<Plugin> shown = Optional.empty();

    PluginsPane(Composite parent, Plugins plugins, UiThread ui, Look look) {
        this.plugins = plugins;
        this.ui = ui;
        this.look = look;
        page = new Composite(parent, SWT.NONE);
        page.setData("wirepost.id", "plugins.page");
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
        look.paint(page, Tone.TEXT, Tone.RAISED);
        actions = new PluginActions(page.getShell(), plugins, ui, look, this);
        buttons = new PluginButtons(page, actions, this::selected, this::showLibraries, look);
        notice = new Notice(page, look);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        look.paint(sash, Tone.TEXT, Tone.LINE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new PluginTable(sash, look);
        details = details(sash);
        sash.setWeights(3, 2);
        beat = ui.beat(this::read);
        wire();
        beat.ask();
        lookAgain();
    }

    private StyledText details(Composite parent) {
        StyledText text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setData("wirepost.id", "plugins.details");
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = shown.map(Plugin::name).orElse(Messages.title);
            }
        });
        text.setMargins(10, 8, 10, 8);
        text.setTabStops(new int[] {TAB});
        text.setWrapIndent(16);
        look.watch(text, () -> {
            text.setForeground(look.color(Tone.TEXT));
            text.setBackground(look.color(Tone.GROUND));
            shown.ifPresent(plugin -> PluginSheet.of(plugin).showIn(text, look));
        });
        return text;
    }

    private void wire() {
        table.control().addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> showSelected()));
        table.control().addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.DEL) {
                buttons.uninstall();
            }
        }));
        Runnable changed = beat::ask;
        plugins.watch(changed);
        page.addDisposeListener(event -> plugins.unwatch(changed));
        DropTarget target = new DropTarget(page, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] names) {
                    for (String name : names) {
                        actions.offer(Path.of(name));
                    }
                }
            }
        });
    }

    private void lookAgain() {
        page.getDisplay().timerExec(LOOK_AGAIN_MILLIS, () -> {
            if (!page.isDisposed()) {
                if (page.isVisible()) {
                    beat.ask();
                }
                lookAgain();
            }
        });
    }

    private void read() {
        if (page.isDisposed() || reading.getAndSet(true)) {
            return;
        }
        plugins.run(() -> {
            try {
                List<Plugin> found = plugins.read();
                ui.run(() -> show(found));
            } catch (IOException e) {
                ui.run(() -> failed(String.valueOf(e.getMessage())));
            } finally {
                reading.set(false);
            }
        });
    }

    private void show(List<Plugin> found) {
        if (page.isDisposed()) {
            return;
        }
        table.show(found);
        expected.ifPresent(waiting -> lookFor(waiting, found));
        showSelected();
    }

    private void lookFor(Expected waiting, List<Plugin> found) {
        Optional<Plugin> arrived = found.stream().filter(waiting::isIt).findFirst();
        arrived.filter(plugin -> plugin.condition() != Condition.CHANGING).ifPresent(plugin -> {
            expected = Optional.empty();
            table.select(plugin.symbolicName());
            if (plugin.condition().isTrouble()) {
                failed(Messages.bind(Messages.arrivedBroken, plugin.name(), String.join(" ", plugin.problems())));
            } else {
                done(Messages.bind(waiting.update() ? Messages.updated : Messages.arrived, plugin.name(),
                        plugin.version()));
            }
        });
        if (arrived.isEmpty() && waiting.isLate()) {
            expected = Optional.empty();
            failed(Messages.bind(Messages.neverArrived, waiting.name()));
        }
    }

    private void showSelected() {
        Optional<Plugin> now = table.selected();
        if (!now.equals(shown)) {
            boolean same = now.map(Plugin::symbolicName).equals(shown.map(Plugin::symbolicName));
            int top = details.getTopPixel();
            shown = now;
            now.ifPresent(plugin -> PluginSheet.of(plugin).showIn(details, look));
            details.setTopPixel(same ? top : 0);
        }
        buttons.refresh();
    }

    private Optional<Plugin> selected() {
        return table.selected();
    }

    private void showLibraries(boolean wanted) {
        table.showLibraries(wanted);
        showSelected();
    }

    PluginActions actions() {
        return actions;
    }

    @Override
    public void done(String sentence) {
        say(sentence, Tone.TEXT);
    }

    @Override
    public void failed(String sentence) {
        say(sentence, Tone.ERROR);
    }

    @Override
    public void expect(Candidate candidate, boolean update) {
        expected = Optional.of(Expected.of(candidate, update));
        say(Messages.bind(update ? Messages.updating : Messages.installing, candidate.name()), Tone.TEXT);
    }

    private void say(String sentence, Tone tone) {
        if (!page.isDisposed()) {
            notice.say(sentence, tone);
            beat.ask();
        }
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void shown() {
        beat.ask();
    }
}
