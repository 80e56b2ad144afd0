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
import org.wirepost.ui.internal.compose.draft.DraftStore;
import org.wirepost.ui.internal.compose.draft.SentStore;
import org.wirepost.ui.internal.shell.OwnView;

/** The letters that are kept: those being written, and those sent. */
@Component(service = View.class)
public final class DraftsView extends OwnView {

    private final ComposeServices services;
    private final DraftStore drafts;
    private final SentStore sent;

    /** Made by the framework. */
    @Activate
    public DraftsView(@Reference ComposeServices services, @Reference DraftStore drafts, @Reference SentStore sent) {
        super(Card.open("org.wirepost.drafts", Messages.draftsTitle, "drafts", Place.LEFT, 30));
        this.services = services;
        this.drafts = drafts;
        this.sent = sent;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new DraftsPane(parent, site, services, drafts, sent);
    }
}
