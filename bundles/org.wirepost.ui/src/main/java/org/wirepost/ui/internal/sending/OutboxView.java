// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

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
import org.wirepost.ui.internal.work.UiThread;

/** The view of what is on its way and what became of it. */
@Component(service = View.class)
public final class OutboxView implements View {

    /** Id of the view. */
    public static final String ID = "org.wirepost.outbox";

    private static final int ORDER = 20;

    private final Deliveries deliveries;
    private final OutboxActions actions;
    private final Look look;
    private final UiThread ui;

    /** Made by the framework. */
    @Activate
    public OutboxView(@Reference Deliveries deliveries, @Reference OutboxActions actions, @Reference Look look,
            @Reference UiThread ui) {
        this.deliveries = deliveries;
        this.actions = actions;
        this.look = look;
        this.ui = ui;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.outbox;
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(OutboxView.class.getResource("/icons/outbox.svg"));
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
        return new OutboxPane(parent, site, new OutboxPane.Parts(deliveries, actions, look, ui));
    }
}
