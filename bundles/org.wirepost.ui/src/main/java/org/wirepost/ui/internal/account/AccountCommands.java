// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands of this room. */
@Component(service = CommandGroup.class)
public final class AccountCommands implements CommandGroup {

    static final String ADD = "server.addAccount";
    static final String EDIT = "server.editAccount";
    static final String DUPLICATE = "server.duplicateAccount";
    static final String REMOVE = "server.removeAccount";
    static final String STANDARD = "server.defaultAccount";
    static final String TEST = "server.test";
    static final String MASTER = "server.changeMaster";

    private static final int TOOL_PLACE = 30;

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of(ADD, Messages.add, Messages.addTip, MenuName.SERVER, 10).withIcon("account-add"),
                CommandSpec.of(EDIT, Messages.edit, Messages.editTip, MenuName.SERVER, 11).withIcon("account-edit"),
                CommandSpec.of(DUPLICATE, Messages.duplicate, Messages.duplicateTip, MenuName.SERVER, 12),
                CommandSpec.of(REMOVE, Messages.remove, Messages.removeTip, MenuName.SERVER, 13)
                        .withIcon("account-remove"),
                CommandSpec.of(STANDARD, Messages.makeStandard, Messages.makeStandardTip, MenuName.SERVER, 14),
                CommandSpec.of(TEST, Messages.test, Messages.testTip, MenuName.SERVER, 20).withKey("M1+T")
                        .withIcon("account-test").withToolBar(TOOL_PLACE),
                CommandSpec.of(MASTER, Messages.master, Messages.masterTip, MenuName.SERVER, 90));
    }
}
