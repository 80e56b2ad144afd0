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
import org.wirepost.ui.internal.session.KnownServers;
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

    private final Letters letters;
    private final SendDesk desk;
    private final SentArchive archive;
    private final KnownServers servers;
    private final LivePlans plans;
    private final AttachServices files;
    private final LabDesk lab;
    private final CommandTable commands;
    private final Windows windows;
    private final Look look;
    private final UiThread ui;
    private final Background background;
    private final Settings settings;
    private final MailDomains domains;

    /** Made by the framework. */
    @Activate
    public ComposeServices(@Reference Letters letters, @Reference SendDesk desk, @Reference SentArchive archive,
            @Reference KnownServers servers, @Reference LivePlans plans, @Reference AttachServices files,
            @Reference LabDesk lab, @Reference CommandTable commands, @Reference Windows windows,
            @Reference Look look, @Reference UiThread ui, @Reference Background background,
            @Reference Settings settings) {
        this.letters = letters;
        this.desk = desk;
        this.archive = archive;
        this.servers = servers;
        this.plans = plans;
        this.files = files;
        this.lab = lab;
        this.commands = commands;
        this.windows = windows;
        this.look = look;
        this.ui = ui;
        this.background = background;
        this.settings = settings;
        this.domains = new MailDomains(new DnsResolver(), new Lane(background, AT_ONCE));
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

    KnownServers servers() {
        return servers;
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

    /** Returns what is known of the domains of recipients. */
    MailDomains domains() {
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
