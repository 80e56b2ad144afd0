// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.console.ConsoleState;

/** What holds for the protocol console. */
@Component(service = PreferenceGroup.class)
public final class ConsolePreferences implements PreferenceGroup {

    @Override
    public String title() {
        return Messages.console;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String description() {
        return Messages.consoleHint;
    }

    @Override
    public List<Preference> preferences() {
        return List.of(new Preference.Flag(ConsoleState.WRAP, Messages.wrap, true),
                new Preference.Flag(ConsoleState.DETAIL, Messages.detail, true),
                new Preference.Flag(ConsoleState.DECODE, Messages.decode, false));
    }
}
