// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

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
import org.wirepost.ui.internal.work.UiThread;

/** The view of what is on its way and what became of it. */
@Component(service = View.class)
public final class OutboxView extends OwnView {

    /** Id of the view. */
    public static final String ID = "org.wirepost.outbox";

    private final Deliveries deliveries;
    private final OutboxActions actions;
    private final Look look;
    private final UiThread ui;

    /** Made by the framework. */
    @Activate
    public OutboxView(@Reference Deliveries deliveries, @Reference OutboxActions actions, @Reference Look look,
            @Reference UiThread ui) {
        super(Card.open(ID, Messages.outbox, "outbox", Place.LEFT, 20));
        this.deliveries = deliveries;
        this.actions = actions;
        this.look = look;
        this.ui = ui;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new OutboxPane(parent, site, new OutboxPane.Parts(deliveries, actions, look, ui));
    }
}
