// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.shell.OwnView;

/** The first thing a new user sees: three doors. Later it comes when it is asked for. */
@Component(service = View.class)
public final class WelcomeView extends OwnView {

    /** Id of the view. */
    public static final String ID = "org.wirepost.welcome";

    private final Doors doors;
    private final Look look;

    /** Made by the framework. */
    @Activate
    public WelcomeView(@Reference Doors doors, @Reference Look look) {
        super(Card.closed(ID, Messages.title, "welcome", Place.CENTER, 0));
        this.doors = doors;
        this.look = look;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new WelcomePane(parent, doors, look);
    }
}
