// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands about help. */
@Component(service = CommandGroup.class)
public final class HelpCommands implements CommandGroup {

    static final String HELP = "help.help";
    static final String SMTP = "help.smtp";
    static final String ABOUT = "help.about";

    @Override
    public List<CommandSpec> commands() {
        return List.of(CommandSpec.of(HELP, Messages.helpCommand, Messages.helpTip, MenuName.HELP, 10).withKey("F1"),
                CommandSpec.of(SMTP, Messages.smtpCommand, Messages.smtpTip, MenuName.HELP, 12),
                CommandSpec.of(ABOUT, Messages.aboutCommand, Messages.aboutTip, MenuName.HELP, 90));
    }
}
