// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.util.Optional;
import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
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

/** Help about the view in which the user is. */
@Component(service = View.class)
public final class HelpView extends OwnView {

    /** The id of the view. */
    public static final String ID = "org.wirepost.help";

    private final Look look;
    private final Windows windows;
    private final CommandTable commands;
    private Optional<HelpPane> open = Optional.empty();

    /** Made by the framework. */
    @Activate
    public HelpView(@Reference Look look, @Reference Windows windows, @Reference CommandTable commands) {
        super(Card.closed(ID, Messages.title, "help", Place.RIGHT, 950));
        this.look = look;
        this.windows = windows;
        this.commands = commands;
        commands.handle(HelpCommands.HELP, () -> show(topic()));
        commands.handle(HelpCommands.SMTP, () -> show("smtp"));
        commands.handle(HelpCommands.ABOUT,
                () -> windows.shell().ifPresent(shell -> new AboutDialog(shell, look).open()));
    }

    /** Returns the page about the active view; the first one if there is none about it. */
    private String topic() {
        return windows.activeView().filter(view -> !view.equals(ID)).filter(HelpPage.IDS::contains)
                .orElse(HelpPage.START);
    }

    private void show(String page) {
        windows.open(ID);
        open.ifPresent(pane -> pane.show(page));
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        HelpPane pane = new HelpPane(parent, look, this::keys, windows::activeView, site.memento());
        open = Optional.of(pane);
        parent.addDisposeListener(event -> open = open.filter(now -> now != pane));
        return pane;
    }

    /** Returns the keys of a command as the platform writes them, or its name in the menu if it has none. */
    private String keys(String command) {
        return commands.find(command).map(spec -> spec.key().isEmpty() ? spec.plainLabel() : written(spec.key()))
                .orElse(command);
    }

    private static String written(String keys) {
        try {
            return SWTKeySupport.getKeyFormatterForPlatform().format(KeySequence.getInstance(keys));
        } catch (ParseException e) {
            return keys;
        }
    }
}
