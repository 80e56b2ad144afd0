// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The command that opens the preferences. */
@Component(service = CommandGroup.class)
public final class PreferenceCommands implements CommandGroup {

    static final String OPEN = "tools.preferences";

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.of(OPEN, Messages.openCommand, Messages.openTip, MenuName.TOOLS, 90)
                .withKey("M1+,"));
    }
}
