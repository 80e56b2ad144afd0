// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.wirepost.account.Account;
import org.wirepost.ui.Pane;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.work.Beat;

/** The accounts as a tree, or two ways to begin where there are none. */
final class AccountsPane implements Pane {

    /** Starts the lab server; slow. */
    @FunctionalInterface
    interface Lab {
        Object start() throws java.io.IOException;
    }

    private final AccountActions actions;
    private final ViewSite site;
    private final CommandTable commands;
    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Composite full;
    private final AccountTree tree;
    private final EmptyAccounts empty;
    private final Beat beat;

    AccountsPane(Composite parent, ViewSite site, AccountActions actions, CommandTable commands, Lab lab) {
        this.actions = actions;
        this.site = site;
        this.commands = commands;
        AccountParts parts = actions.parts();
        body = new Composite(parent, SWT.NONE);
        body.setLayout(stack);
        full = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(full);
        parts.look().paint(full, Tone.TEXT, Tone.GROUND);
        new AccountTools(full, commands, parts.look());
        tree = new AccountTree(full, parts);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.control());
        empty = new EmptyAccounts(body, parts, () -> commands.run(AccountCommands.ADD), lab);
        beat = parts.ui().beat(this::refresh);
        Runnable watcher = beat::ask;
        parts.book().watch(watcher);
        parts.tester().watch(watcher);
        body.addDisposeListener(event -> {
            parts.book().unwatch(watcher);
            parts.tester().unwatch(watcher);
        });
        handle();
        refresh();
        parts.look().watch(body, this::refresh);
    }

    private void handle() {
        site.handle(AccountCommands.EDIT, () -> stored().ifPresent(actions::edit), () -> stored().isPresent());
        site.handle(AccountCommands.DUPLICATE, () -> stored().ifPresent(actions::duplicate),
                () -> stored().isPresent());
        site.handle(AccountCommands.REMOVE, () -> stored().ifPresent(actions::remove), () -> stored().isPresent());
        site.handle(AccountCommands.STANDARD, () -> stored().ifPresent(actions::makeStandard),
                () -> stored().isPresent() && !isStandard());
        site.handle(AccountCommands.TEST, () -> tree.selected().ifPresent(actions::test),
                () -> tree.selected().isPresent());
        tree.onSelect(account -> site.setStatus(account.name() + ": " + ServerFields.words(account.server())));
        tree.onOpen(() -> commands.run(AccountCommands.EDIT));
        tree.onRemove(() -> commands.run(AccountCommands.REMOVE));
        tree.control().setMenu(menu());
    }

    private Optional<Account> stored() {
        return tree.selected().filter(account -> !actions.parts().book().isTemporary(account.name()));
    }

    private boolean isStandard() {
        return tree.selected().map(Account::name)
                .equals(actions.parts().book().chosenStandard());
    }

    private Menu menu() {
        Menu menu = new Menu(tree.control());
        item(menu, AccountCommands.TEST);
        item(menu, AccountCommands.EDIT);
        item(menu, AccountCommands.STANDARD);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, AccountCommands.ADD);
        item(menu, AccountCommands.DUPLICATE);
        item(menu, AccountCommands.REMOVE);
        return menu;
    }

    private void item(Menu menu, String command) {
        commands.find(command).ifPresent(spec -> {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(spec.label());
            item.addListener(SWT.Selection, event -> commands.run(command));
            menu.addListener(SWT.Show, event -> item.setEnabled(commands.isEnabled(command)));
        });
    }

    private void refresh() {
        if (body.isDisposed()) {
            return;
        }
        AccountBook book = actions.parts().book();
        boolean none = book.accounts().isEmpty();
        if (none) {
            empty.show(book.problem());
        } else {
            tree.refresh();
        }
        stack.topControl = none ? empty.control() : full;
        body.layout();
    }

    @Override
    public void setFocus() {
        if (stack.topControl == full) {
            tree.control().setFocus();
        } else {
            empty.setFocus();
        }
    }
}
