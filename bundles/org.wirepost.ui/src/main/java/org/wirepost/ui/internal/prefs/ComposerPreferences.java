// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.attach.Wishes;
import org.wirepost.ui.internal.compose.ComposeServices;
import org.wirepost.ui.internal.compose.SendDesk;

/** What holds for letters and what is attached to them. */
@Component(service = PreferenceGroup.class)
public final class ComposerPreferences implements PreferenceGroup {

    private static final int SECONDS = 5;
    private static final int MOST_SECONDS = 30;
    private static final int MOST_PIXELS = 20_000;

    @Override
    public String title() {
        return Messages.composer;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String description() {
        return Messages.composerHint;
    }

    @Override
    public List<Preference> preferences() {
        return List.of(new Preference.Flag(ComposeServices.MARKDOWN, Messages.markdown, false),
                new Preference.Flag(ComposeServices.REMINDER, Messages.reminder, true),
                new Preference.Number(SendDesk.UNDO_SECONDS, Messages.undoSeconds, SECONDS, 0, MOST_SECONDS),
                new Preference.Flag(Wishes.STRIP_LOCATION, Messages.stripLocation, true),
                new Preference.Number(Wishes.MAX_EDGE, Messages.maxEdge, 0, 0, MOST_PIXELS));
    }
}
