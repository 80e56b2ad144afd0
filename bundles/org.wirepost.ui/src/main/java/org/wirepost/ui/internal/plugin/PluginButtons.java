// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.plugin.Plugin.Condition;
import org.wirepost.ui.internal.plugin.Plugin.Origin;

/** What can be done with the selected bundle. */
final class PluginButtons {

    private final PluginActions actions;
    private final Supplier<Optional<Plugin>> selected;
    private final ToolItem toggle;
    private final ToolItem update;
    private final ToolItem uninstall;
    private final ToolItem retry;
    private final ToolItem undo;

    PluginButtons(Composite parent, PluginActions actions, Supplier<Optional<Plugin>> selected,
            Consumer<Boolean> libraries, Look look) {
        this.actions = actions;
        this.selected = selected;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 2).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        ToolBar bar = new ToolBar(row, SWT.FLAT | SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        look.paint(bar, Tone.TEXT, Tone.RAISED);
        item(bar, "install", Messages.installCommand, Messages.installTip, actions::choose);
        update = item(bar, "update", Messages.update, Messages.updateTip, () -> with(actions::update));
        toggle = item(bar, "toggle", Messages.disable, Messages.disableTip, () -> with(this::toggle));
        uninstall = item(bar, "uninstall", Messages.uninstall, Messages.uninstallTip, this::uninstall);
        retry = item(bar, "retry", Messages.retry, Messages.retryTip, () -> with(actions::retry));
        undo = item(bar, "undo", Messages.undo, Messages.undoTip, actions::undo);
        Button all = new Button(row, SWT.CHECK);
        all.setText(Messages.showLibraries);
        all.setData("wirepost.id", "plugins.libraries");
        look.paint(all, Tone.TEXT, Tone.RAISED);
        all.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> libraries.accept(all.getSelection())));
    }

    private static ToolItem item(ToolBar bar, String id, String text, String tip, Runnable action) {
        if (bar.getItemCount() > 0) {
            new ToolItem(bar, SWT.SEPARATOR);
        }
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(text.replace("&", ""));
        item.setToolTipText(tip);
        item.setData("wirepost.id", "plugins." + id);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return item;
    }

    private void with(Consumer<Plugin> action) {
        selected.get().ifPresent(action);
    }

    private void toggle(Plugin plugin) {
        if (plugin.condition().isKeptOut()) {
            plugin.file().ifPresent(actions::offer);
        } else {
            actions.setEnabled(plugin, plugin.condition() == Condition.OFF);
        }
    }

    /** Uninstalls the selected bundle if that can be done. */
    void uninstall() {
        selected.get().filter(plugin -> plugin.origin() == Origin.DROPPED_IN).ifPresent(actions::uninstall);
    }

    /** Shows what can be done now. */
    void refresh() {
        Optional<Plugin> plugin = selected.get();
        boolean own = plugin.filter(one -> one.origin() == Origin.DROPPED_IN).isPresent();
        boolean off = plugin.filter(one -> one.condition() == Condition.OFF).isPresent();
        boolean out = plugin.filter(one -> one.condition().isKeptOut()).isPresent();
        toggle.setText(out ? Messages.trust : off ? Messages.enable : Messages.disable);
        toggle.setToolTipText(out ? Messages.trustTip : off ? Messages.enableTip : Messages.disableTip);
        toggle.setEnabled(plugin.filter(Plugin::canSwitchOff).isPresent());
        update.setEnabled(own && !out);
        uninstall.setEnabled(own);
        retry.setEnabled(!out && plugin.filter(one -> one.condition().isTrouble() || one.hasSetAside()).isPresent());
        undo.setEnabled(actions.canUndo());
    }
}
