// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

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

/** The view of what a letter is made of. */
@Component(service = View.class)
public final class StructureView extends OwnView {

    /** The view's id. */
    public static final String ID = "org.wirepost.structure";

    private final StructurePane.Parties parties;

    /** Made by the framework. */
    @Activate
    public StructureView(@Reference LivePlans plans, @Reference PartSelection selection, @Reference Look look,
            @Reference UiThread ui, @Reference Background background) {
        super(Card.open(ID, Messages.title, "structure", Place.RIGHT, 10));
        parties = new StructurePane.Parties(plans, selection, look, ui, background);
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new StructurePane(parent, parties);
    }
}
