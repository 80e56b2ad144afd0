// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.lab.LabDesk;
import org.wirepost.ui.internal.shell.OwnView;

/** The view of the accounts and their identities. */
@Component(service = View.class)
public final class AccountsView extends OwnView {

    private final AccountActions actions;
    private final CommandTable commands;
    private final LabDesk lab;

    /** Made by the framework. */
    @Activate
    public AccountsView(@Reference AccountActions actions, @Reference CommandTable commands, @Reference LabDesk lab) {
        super(Card.open("org.wirepost.accounts", Messages.viewTitle, "accounts", Place.LEFT, 10));
        this.actions = actions;
        this.commands = commands;
        this.lab = lab;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new AccountsPane(parent, site, actions, commands, lab::start);
    }
}
