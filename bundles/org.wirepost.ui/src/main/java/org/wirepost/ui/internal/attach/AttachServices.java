// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.eclipse.jface.preference.IPreferenceStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.Lane;
import org.wirepost.ui.internal.work.UiThread;

/** What the lists of attachments and their rows need from the rest of the desktop. */
@Component(service = AttachServices.class)
public final class AttachServices {

    /** Photos are decoded one beside another, not all at once. */
    private static final int AT_ONCE = 2;

    private final Attachments attachments;
    private final Background background;
    private final Lane lane;
    private final Executor back;
    private final UiThread ui;
    private final Look look;
    private final Wishes wishes;
    private final CrashReports crashes;
    private final Path pasted;

    /** Made by the framework. */
    @Activate
    public AttachServices(@Reference DeliveryService delivery, @Reference Background background,
            @Reference UiThread ui, @Reference Look look, @Reference Settings settings,
            @Reference CrashReports crashes) throws AccountException {
        this(delivery.attachments(), background, ui, ui::run, look, settings.store(), crashes,
                Places.system().data().resolve("pasted"));
    }

    /**
     * For tests, which may do without a display.
     *
     * @param back the way back to the user interface thread
     * @param pasted the folder for what is pasted
     */
    AttachServices(Attachments attachments, Background background, UiThread ui, Executor back, Look look,
            IPreferenceStore settings, CrashReports crashes, Path pasted) {
        this.attachments = attachments;
        this.background = background;
        this.lane = new Lane(background, AT_ONCE);
        this.ui = ui;
        this.back = back;
        this.look = look;
        this.wishes = new Wishes(settings);
        this.crashes = crashes;
        this.pasted = pasted;
    }

    /** Inspects and prepares files, under guard. */
    Attachments attachments() {
        return attachments;
    }

    /** Where work on files is done. */
    Lane lane() {
        return lane;
    }

    /** Where quick work is done, and what is done later. */
    Background background() {
        return background;
    }

    /** The way back to the user interface thread. */
    Executor back() {
        return back;
    }

    /** What is drawn at a beat. */
    UiThread ui() {
        return ui;
    }

    /** The folder for what is pasted. */
    Path pasted() {
        return pasted;
    }

    /** Colours and fonts of the rows. */
    Look look() {
        return look;
    }

    /** What is done to every photo unless the user says otherwise. */
    Wishes wishes() {
        return wishes;
    }

    /** Takes what should not have happened. */
    CrashReports crashes() {
        return crashes;
    }
}
