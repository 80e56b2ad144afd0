// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The list of all keys. */
final class KeyHelp extends PopupDialog {

    private final CommandTable commands;
    private final Keys keys;
    private final Look look;
    private Table table;

    KeyHelp(Shell parent, CommandTable commands, Keys keys, Look look) {
        super(parent, SWT.RESIZE, true, false, false, false, false, Messages.keyHelp, Messages.keyHelpHint);
        this.commands = commands;
        this.keys = keys;
        this.look = look;
    }

    @Override
    protected Control createDialogArea(Composite area) {
        Composite page = (Composite) super.createDialogArea(area);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(page);
        table = new Table(page, SWT.FULL_SELECTION | SWT.SINGLE);
        table.setData("wirepost.id", "keyHelp.list");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        new TableColumn(table, SWT.NONE).setWidth(150);
        new TableColumn(table, SWT.NONE).setWidth(220);
        new TableColumn(table, SWT.NONE).setWidth(380);
        look.paint(table, Tone.TEXT, Tone.GROUND);
        for (CommandSpec spec : commands.commands()) {
            keys.of(spec.id()).ifPresent(text -> add(text, spec.plainLabel(), spec.tip()));
        }
        add(Messages.altDigits, Messages.goToView, Messages.goToViewTip);
        return page;
    }

    private void add(String... cells) {
        new TableItem(table, SWT.NONE).setText(cells);
    }

    @Override
    protected Control getFocusControl() {
        return table;
    }

    @Override
    protected Point getInitialSize() {
        return new Point(790, 560);
    }
}
