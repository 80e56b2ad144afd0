// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The command that leads back to the beginning. */
@Component(service = CommandGroup.class)
public final class WelcomeCommands implements CommandGroup {

    static final String WELCOME = "help.welcome";

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.of(WELCOME, Messages.command, Messages.tip, MenuName.HELP, 30).withIcon("welcome"));
    }
}
