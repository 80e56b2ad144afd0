// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands about the lab server. */
@Component(service = CommandGroup.class)
public final class LabCommands implements CommandGroup {

    static final String LAB = "server.lab";
    static final String MAIL = "lab.mail";
    static final String ANSWERS = "lab.answers";

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of(LAB, Messages.labCommand, Messages.labTip, MenuName.SERVER, 50).withIcon("lab"),
                CommandSpec.of(MAIL, Messages.mailCommand, Messages.mailTip, MenuName.SERVER, 51).withIcon("labmail"),
                CommandSpec.of(ANSWERS, Messages.answersCommand, Messages.answersTip, MenuName.SERVER, 52));
    }
}
