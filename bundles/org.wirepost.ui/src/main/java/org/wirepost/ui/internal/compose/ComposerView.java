// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.shell.OwnView;

/** Where letters are written, one pane for each. */
@Component(service = View.class)
public final class ComposerView extends OwnView {

    private final ComposeServices services;
    private final Composers composers;

    /** Made by the framework. */
    @Activate
    public ComposerView(@Reference ComposeServices services, @Reference Composers composers) {
        super(new Card(Letters.VIEW, Messages.viewTitle, "letter", Place.CENTER, 20, false, true));
        this.services = services;
        this.composers = composers;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new ComposerPane(parent, site, services, composers);
    }
}
