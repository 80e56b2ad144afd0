// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.internal.attach.AttachServices;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.address.AddressHistory;
import org.wirepost.ui.internal.compose.address.DnsResolver;
import org.wirepost.ui.internal.compose.address.MailDomains;
import org.wirepost.ui.internal.lab.LabDesk;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.structure.LivePlans;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;
import org.wirepost.ui.internal.work.UiThread;

/** What the controls of a composer need from the rest of the desktop. */
@Component(service = ComposeServices.class)
public final class ComposeServices {

    /** Preference: whether a letter that speaks of a file but has none is held back. */
    public static final String REMINDER = "compose.reminder";
    /** Preference: whether new letters are written in Markdown. */
    public static final String MARKDOWN = "compose.markdown";

    private static final int AT_ONCE = 4;

    @Reference
    private Letters letters;
    @Reference
    private SendDesk desk;
    @Reference
    private SentArchive archive;
    @Reference
    private ServerSizes sizes;
    @Reference
    private LivePlans plans;
    @Reference
    private AttachServices files;
    @Reference
    private LabDesk lab;
    @Reference
    private CommandTable commands;
    @Reference
    private Windows windows;
    @Reference
    private Look look;
    @Reference
    private UiThread ui;
    @Reference
    private Background background;
    private final Settings settings;
    private MailDomains domains;

    /** Made by the framework. */
    @Activate
    public ComposeServices(@Reference Settings settings) {
        this.settings = settings;
        settings.store().setDefault(REMINDER, true);
        settings.store().setDefault(MARKDOWN, false);
    }

    Letters letters() {
        return letters;
    }

    SendDesk desk() {
        return desk;
    }

    SentArchive archive() {
        return archive;
    }

    AddressHistory history() {
        return archive.history();
    }

    ServerSizes sizes() {
        return sizes;
    }

    LivePlans plans() {
        return plans;
    }

    AttachServices files() {
        return files;
    }

    LabDesk lab() {
        return lab;
    }

    CommandTable commands() {
        return commands;
    }

    Windows windows() {
        return windows;
    }

    Look look() {
        return look;
    }

    UiThread ui() {
        return ui;
    }

    Background background() {
        return background;
    }

    Settings settings() {
        return settings;
    }

    /** Returns what is known of the domains of recipients. User interface thread only. */
    MailDomains domains() {
        if (domains == null) {
            domains = new MailDomains(new DnsResolver(), new Lane(background, AT_ONCE));
        }
        return domains;
    }

    /** Returns the keys of a command as the platform writes them; empty when it has none. */
    String keys(String command) {
        String keys = commands.find(command).map(CommandSpec::key).orElse("");
        try {
            return keys.isEmpty() ? ""
                    : SWTKeySupport.getKeyFormatterForPlatform().format(KeySequence.getInstance(keys));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
