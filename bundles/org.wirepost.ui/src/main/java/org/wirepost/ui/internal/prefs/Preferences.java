// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.preference.PreferenceManager;
import org.eclipse.jface.preference.PreferenceNode;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;

/** The pages of preferences and the dialog that shows them. */
@Component(service = {Preferences.class, DeskPart.class})
public final class Preferences implements DeskPart {

    private final Settings settings;
    private final List<PreferenceGroup> groups = new CopyOnWriteArrayList<>();

    /** Made by the framework. */
    @Activate
    public Preferences(@Reference Settings settings, @Reference Windows windows,
            @Reference CommandTable commands) {
        this.settings = settings;
        commands.handle(PreferenceCommands.OPEN, () -> windows.shell().ifPresent(shell -> dialog(shell).open()));
    }

    /**
     * Adds a page.
     *
     * @param group what is on it
     */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(PreferenceGroup group) {
        groups.add(group);
    }

    /**
     * Removes a page.
     *
     * @param group what was on it
     */
    public void remove(PreferenceGroup group) {
        groups.remove(group);
    }

    /** Makes the dialog with the pages there are. */
    PreferencesDialog dialog(Shell parent) {
        PreferenceManager pages = new PreferenceManager();
        groups.stream().sorted(Comparator.comparingInt(PreferenceGroup::order)).forEach(group -> {
            GroupPage page = new GroupPage(group, settings.store());
            pages.addToRoot(new PreferenceNode(group.title(), page));
        });
        return new PreferencesDialog(parent, pages);
    }
}
