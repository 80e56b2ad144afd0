// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands of the window itself. */
@Component(service = CommandGroup.class)
public final class ShellCommands implements CommandGroup {

    static final String QUICK_ACCESS = "view.quickAccess";
    static final String KEYS = "help.keys";
    static final String EXIT = "file.exit";
    static final String CLOSE = "view.close";
    static final String NEXT = "view.next";
    static final String PREVIOUS = "view.previous";
    static final String MAXIMIZE = "view.maximize";
    static final String RESET = "layout.reset";
    static final String LAYOUT = "layout.";
    static final String THEME = "theme.";

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                CommandSpec.of(CLOSE, Messages.close, Messages.closeTip, MenuName.FILE, 90).withKey("M1+W"),
                CommandSpec.of(EXIT, Messages.exit, Messages.exitTip, MenuName.FILE, 95).withKey("M1+Q"),
                CommandSpec.of(LAYOUT + "compose", Messages.layoutCompose, Messages.layoutComposeTip, MenuName.VIEW,
                        10),
                CommandSpec.of(LAYOUT + "debug", Messages.layoutDebug, Messages.layoutDebugTip, MenuName.VIEW, 11),
                CommandSpec.of(LAYOUT + "classroom", Messages.layoutClassroom, Messages.layoutClassroomTip,
                        MenuName.VIEW, 12),
                CommandSpec.of(RESET, Messages.layoutReset, Messages.layoutResetTip, MenuName.VIEW, 13),
                CommandSpec.of(THEME + "system", Messages.themeSystem, Messages.themeTip, MenuName.VIEW, 20),
                CommandSpec.of(THEME + "light", Messages.themeLight, Messages.themeTip, MenuName.VIEW, 21),
                CommandSpec.of(THEME + "dark", Messages.themeDark, Messages.themeTip, MenuName.VIEW, 22),
                CommandSpec.of(THEME + "contrast", Messages.themeContrast, Messages.themeTip, MenuName.VIEW, 23),
                CommandSpec.of(QUICK_ACCESS, Messages.quickAccessCommand, Messages.quickAccessTip, MenuName.VIEW, 30)
                        .withKey("M1+3"),
                CommandSpec.of(NEXT, Messages.nextView, Messages.nextViewTip, MenuName.VIEW, 31).withKey("F6"),
                CommandSpec.of(PREVIOUS, Messages.previousView, Messages.previousViewTip, MenuName.VIEW, 32)
                        .withKey("M2+F6"),
                CommandSpec.of(MAXIMIZE, Messages.maximize, Messages.maximizeTip, MenuName.VIEW, 33).withKey("M1+M"),
                CommandSpec.of(KEYS, Messages.keyHelp, Messages.keyHelpTip, MenuName.HELP, 20).withKey("M1+M2+L"));
    }
}
