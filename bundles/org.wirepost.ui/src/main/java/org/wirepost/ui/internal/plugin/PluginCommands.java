// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands about plug-ins. */
@Component(service = CommandGroup.class)
public final class PluginCommands implements CommandGroup {

    static final String OPEN = "tools.plugins";
    static final String INSTALL = "tools.installPlugin";

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.of(OPEN, Messages.openCommand, Messages.openTip, MenuName.TOOLS, 10)
                .withIcon("plugin"),
                CommandSpec.of(INSTALL, Messages.installCommand, Messages.installTip, MenuName.TOOLS, 11));
    }
}
