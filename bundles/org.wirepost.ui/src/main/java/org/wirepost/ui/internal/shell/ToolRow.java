// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.Comparator;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The row under the menus: the commands used most, and the field for Quick Access. */
final class ToolRow {

    private final CommandTable commands;
    private final Keys keys;
    private final Look look;
    private final Composite row;
    private final ToolBar bar;

    ToolRow(Composite parent, CommandTable commands, Keys keys, Look look) {
        this.commands = commands;
        this.keys = keys;
        this.look = look;
        row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 3).applyTo(row);
        bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Button access = new Button(row, SWT.FLAT);
        access.setText(Messages.quickAccess + keys.of(ShellCommands.QUICK_ACCESS).map(text -> "  " + text).orElse(""));
        access.setData("wirepost.id", ShellCommands.QUICK_ACCESS);
        access.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> commands.run(ShellCommands.QUICK_ACCESS)));
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID < 0) {
                    event.result = Messages.toolBar;
                }
            }
        });
        look.paint(row, Tone.TEXT, Tone.RAISED);
    }

    /** Makes the buttons, and makes them anew whenever the look changes. */
    void start() {
        look.watch(bar, this::fill);
    }

    Control control() {
        return row;
    }

    /** Makes the buttons anew. */
    void fill() {
        for (ToolItem item : bar.getItems()) {
            item.dispose();
        }
        bar.setForeground(look.color(Tone.TEXT));
        bar.setBackground(look.color(Tone.RAISED));
        List<CommandSpec> specs = commands.commands().stream().filter(spec -> spec.toolBar() > 0)
                .sorted(Comparator.comparingInt(CommandSpec::toolBar)).toList();
        int group = -1;
        for (CommandSpec spec : specs) {
            if (group >= 0 && spec.toolBar() / 10 != group) {
                new ToolItem(bar, SWT.SEPARATOR);
            }
            group = spec.toolBar() / 10;
            add(spec);
        }
        row.layout(true, true);
        refresh();
    }

    private void add(CommandSpec spec) {
        ToolItem item = new ToolItem(bar, SWT.PUSH);
        item.setText(spec.plainLabel());
        item.setToolTipText(spec.tip() + keys.of(spec.id()).map(text -> " (" + text + ")").orElse(""));
        if (!spec.icon().isEmpty()) {
            item.setImage(look.icon(spec.icon()));
        }
        item.setData("wirepost.id", spec.id());
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> commands.run(spec.id())));
    }

    /** Shows which commands can be done now. */
    void refresh() {
        if (bar.isDisposed()) {
            return;
        }
        for (ToolItem item : bar.getItems()) {
            if (item.getData("wirepost.id") instanceof String id && item.getEnabled() != commands.isEnabled(id)) {
                item.setEnabled(!item.getEnabled());
            }
        }
    }
}
