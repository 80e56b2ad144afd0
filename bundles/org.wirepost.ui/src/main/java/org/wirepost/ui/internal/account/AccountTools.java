// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.look.Tone;

/** The tools above the tree of the accounts. */
final class AccountTools {

    AccountTools(Composite parent, CommandTable commands, Look look) {
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        bar.setData("wirepost.id", "account.tools");
        SpokenName.set(bar, Messages.toolsName);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        look.paint(bar, Tone.TEXT, Tone.GROUND);
        item(bar, commands, look, AccountCommands.ADD);
        item(bar, commands, look, AccountCommands.TEST);
        item(bar, commands, look, AccountCommands.EDIT);
        item(bar, commands, look, AccountCommands.REMOVE);
    }

    private static void item(ToolBar bar, CommandTable commands, Look look, String command) {
        commands.find(command).ifPresent(spec -> {
            ToolItem item = new ToolItem(bar, SWT.PUSH);
            item.setToolTipText(spec.plainLabel() + ": " + spec.tip());
            item.setData("wirepost.id", command);
            look.watch(bar, () -> item.setImage(look.icon(spec.icon())));
            item.addListener(SWT.Selection, event -> commands.run(command));
        });
    }
}
