// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.wirepost.account.Identity;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.SpokenName;
import org.wirepost.ui.internal.words.Shown;

/** The identities of an account, the usual one first. */
final class IdentityList {

    private static final int HEIGHT = 140;

    private final List<Identity> identities;
    private final Look look;
    private final Runnable changed;
    private final Table table;
    private final Button edit;
    private final Button remove;
    private final Button up;

    IdentityList(Composite page, Look look, List<Identity> identities, Runnable changed) {
        this.identities = identities;
        this.look = look;
        this.changed = changed;
        table = new Table(page, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        table.setData("wirepost.id", "account.identities");
        SpokenName.set(table, Messages.identitiesName);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(table);
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        button(buttons, Messages.identityAdd, this::add);
        edit = button(buttons, Messages.identityEdit, this::edit);
        remove = button(buttons, Messages.identityRemove, this::remove);
        up = button(buttons, Messages.identityUp, this::moveUp);
        table.addListener(SWT.Selection, event -> enable());
        table.addListener(SWT.DefaultSelection, event -> edit());
        fill(0);
    }

    private static Button button(Composite parent, String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void fill(int select) {
        table.removeAll();
        for (Identity identity : identities) {
            new TableItem(table, SWT.NONE).setText(Shown.line(words(identity)));
        }
        table.select(Math.min(select, identities.size() - 1));
        enable();
    }

    /** Returns an identity in one line. */
    static String words(Identity identity) {
        return identity.displayName().map(name -> name + " <" + identity.address() + ">").orElse(identity.address());
    }

    private void enable() {
        int index = table.getSelectionIndex();
        edit.setEnabled(index >= 0);
        remove.setEnabled(index >= 0);
        up.setEnabled(index > 0);
    }

    private void add() {
        new IdentityDialog(table.getShell(), look, Optional.empty()).show().ifPresent(identity -> {
            identities.add(identity);
            done(identities.size() - 1);
        });
    }

    private void edit() {
        int index = table.getSelectionIndex();
        if (index >= 0) {
            new IdentityDialog(table.getShell(), look, Optional.of(identities.get(index))).show()
                    .ifPresent(identity -> {
                        identities.set(index, identity);
                        done(index);
                    });
        }
    }

    private void remove() {
        int index = table.getSelectionIndex();
        identities.remove(index);
        done(index);
    }

    private void moveUp() {
        int index = table.getSelectionIndex();
        Collections.swap(identities, index, index - 1);
        done(index - 1);
    }

    private void done(int select) {
        fill(select);
        changed.run();
    }
}
