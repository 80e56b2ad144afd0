// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

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

/** Where letters are written, one pane for each. */
@Component(service = View.class)
public final class ComposerView implements View {

    private final ComposeServices services;
    private final Composers composers;

    /** Made by the framework. */
    @Activate
    public ComposerView(@Reference ComposeServices services, @Reference Composers composers) {
        this.services = services;
        this.composers = composers;
    }

    @Override
    public String id() {
        return Letters.VIEW;
    }

    @Override
    public String title() {
        return Messages.viewTitle;
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(ComposerView.class.getResource("/icons/letter.svg"));
    }

    @Override
    public Place place() {
        return Place.CENTER;
    }

    @Override
    public boolean isOpenAtFirst() {
        return false;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isMultiple() {
        return true;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        return new ComposerPane(parent, site, services, composers);
    }
}
