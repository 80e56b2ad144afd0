// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

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
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The view of the lab server: how it answers, and the letters it has taken. */
@Component(service = View.class)
public final class LabMailView extends OwnView {

    /** Id of the view. */
    public static final String ID = "org.wirepost.labmail";

    private final LabDesk desk;
    private final LabActions actions;
    private final Look look;
    private final UiThread ui;
    private final Background background;

    /** What the controls of the view work with. */
    record Parts(LabDesk desk, LabActions actions, Look look, UiThread ui, Background background) {
    }

    /** Made by the framework. */
    @Activate
    public LabMailView(@Reference LabDesk desk, @Reference LabActions actions, @Reference Look look,
            @Reference UiThread ui, @Reference Background background) {
        super(Card.closed(ID, Messages.labMail, "lab", Place.BOTTOM, 60));
        this.desk = desk;
        this.actions = actions;
        this.look = look;
        this.ui = ui;
        this.background = background;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new LabMailPane(parent, new Parts(desk, actions, look, ui, background));
    }
}
