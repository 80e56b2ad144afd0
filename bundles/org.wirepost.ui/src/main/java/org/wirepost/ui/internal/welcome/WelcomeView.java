// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

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
import org.wirepost.ui.internal.look.Look;

/** The first thing a new user sees: three doors. Later it comes when it is asked for. */
@Component(service = View.class)
public final class WelcomeView implements View {

    /** Id of the view. */
    public static final String ID = "org.wirepost.welcome";

    private final Doors doors;
    private final Look look;

    /** Made by the framework. */
    @Activate
    public WelcomeView(@Reference Doors doors, @Reference Look look) {
        this.doors = doors;
        this.look = look;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.title;
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(WelcomeView.class.getResource("/icons/welcome.svg"));
    }

    @Override
    public Place place() {
        return Place.CENTER;
    }

    /** It is opened by name, when there is nothing else to begin with. */
    @Override
    public boolean isOpenAtFirst() {
        return false;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new WelcomePane(parent, doors, look);
    }
}
