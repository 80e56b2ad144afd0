// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands about deliveries. */
@Component(service = CommandGroup.class)
public final class OutboxCommands implements CommandGroup {

    static final String CANCEL = "outbox.cancel";
    static final String RETRY = "outbox.retry";
    static final String SHOW = "outbox.show";

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of(CANCEL, Messages.cancelCommand, Messages.cancelTip, MenuName.MESSAGE, 60)
                        .withKey("M1+."),
                CommandSpec.of(RETRY, Messages.retryCommand, Messages.retryTip, MenuName.MESSAGE, 61),
                CommandSpec.of(SHOW, Messages.showCommand, Messages.showTip, MenuName.MESSAGE, 62)
                        .withIcon("outbox"));
    }
}
