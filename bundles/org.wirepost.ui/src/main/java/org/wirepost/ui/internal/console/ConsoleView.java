// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

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
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.session.SessionChoice;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.shell.OwnView;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.structure.PartSelection;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The protocol console as a view. */
@Component(service = View.class)
public final class ConsoleView extends OwnView {

    static final String ID = "org.wirepost.console";

    private final Parts parts;
    private Optional<ConsolePane> pane = Optional.empty();

    /** What the console is made of. */
    record Parts(SessionLog log, Hands hands, Look look, UiThread ui, Background background, Settings settings,
            PartSelection selection) {
    }

    /** Made by the framework. */
    @Activate
    public ConsoleView(@Reference SessionLog log, @Reference Hands hands, @Reference Look look, @Reference UiThread ui,
            @Reference Background background, @Reference Settings settings, @Reference PartSelection selection,
            @Reference CommandTable commands, @Reference Windows windows,
            @Reference SessionChoice choice) {
        super(Card.open(ID, Messages.title, "console", Place.BOTTOM, 10));
        this.parts = new Parts(log, hands, look, ui, background, settings, selection);
        choice.watch(wanted -> pane.ifPresent(open -> open.choose(wanted)));
        windows.onOpen(open -> {
            commands.handle(ConsoleCommands.HAND, () -> {
                open.open(ID);
                pane.ifPresent(ConsolePane::connect);
            });
        });
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        ConsolePane opened = new ConsolePane(parent, site, parts);
        pane = Optional.of(opened);
        opened.page().addDisposeListener(event -> pane = pane.filter(current -> current != opened));
        return opened;
    }
}
