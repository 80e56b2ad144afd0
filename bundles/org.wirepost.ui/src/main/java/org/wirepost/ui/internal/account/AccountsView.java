// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.net.URL;
import java.util.Optional;
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

/** The view of the accounts and their identities. */
@Component(service = View.class)
public final class AccountsView implements View {

    private static final int ORDER = 10;

    private final AccountActions actions;
    private final CommandTable commands;
    private final LabDesk lab;

    /** Made by the framework. */
    @Activate
    public AccountsView(@Reference AccountActions actions, @Reference CommandTable commands, @Reference LabDesk lab) {
        this.actions = actions;
        this.commands = commands;
        this.lab = lab;
    }

    @Override
    public String id() {
        return "org.wirepost.accounts";
    }

    @Override
    public String title() {
        return Messages.viewTitle;
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(AccountsView.class.getResource("/icons/accounts.svg"));
    }

    @Override
    public Place place() {
        return Place.LEFT;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new AccountsPane(parent, site, actions, commands, lab::start);
    }
}
