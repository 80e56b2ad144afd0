// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

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
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.shell.OwnView;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.UiThread;

/** The view of the bundles. */
@Component(service = View.class)
public final class PluginsView extends OwnView {

    /** The id of the view. */
    public static final String ID = "org.wirepost.plugins";

    private final Plugins plugins;
    private final UiThread ui;
    private final Look look;
    private Optional<PluginsPane> open = Optional.empty();

    /** Made by the framework. */
    @Activate
    public PluginsView(@Reference Plugins plugins, @Reference UiThread ui, @Reference Look look,
            @Reference Windows windows, @Reference CommandTable commands) {
        super(Card.closed(ID, Messages.title, "plugin", Place.CENTER, 900));
        this.plugins = plugins;
        this.ui = ui;
        this.look = look;
        commands.handle(PluginCommands.OPEN, () -> windows.open(ID));
        commands.handle(PluginCommands.INSTALL, () -> {
            windows.open(ID);
            open.ifPresent(pane -> pane.actions().choose());
        });
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        PluginsPane pane = new PluginsPane(parent, plugins, ui, look);
        open = Optional.of(pane);
        parent.addDisposeListener(event -> open = open.filter(now -> now != pane));
        return pane;
    }
}
