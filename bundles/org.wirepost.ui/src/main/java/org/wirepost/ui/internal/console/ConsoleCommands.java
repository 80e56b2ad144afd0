// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands of the console. */
@Component(service = CommandGroup.class)
public final class ConsoleCommands implements CommandGroup {

    static final String FIND = "console.find";
    static final String FIND_NEXT = "console.findNext";
    static final String FIND_PREVIOUS = "console.findPrevious";
    static final String FILTER = "console.filter";
    /** Defined for the whole window; here it goes to warnings and errors. */
    static final String NEXT_PROBLEM = "problem.next";
    static final String PREVIOUS_PROBLEM = "problem.previous";
    /** Defined for the whole window; here it takes rows, too. */
    static final String EDIT_COPY = "edit.copy";
    static final String EDIT_SELECT_ALL = "edit.selectAll";
    static final String SCROLL_LOCK = "console.scrollLock";
    static final String WRAP = "console.wrap";
    static final String PIN = "console.pin";
    static final String COPY = "console.copy";
    static final String COPY_OPENSSL = "console.copyAs.openssl";
    static final String COPY_SWAKS = "console.copyAs.swaks";
    static final String COPY_WIREPOST = "console.copyAs.wirepost";
    static final String SAVE = "console.save";
    static final String CLEAR = "console.clear";
    static final String DETAIL = "console.detail";
    static final String DECODE = "console.decode";
    static final String EXPAND = "console.expandAll";
    static final String COLLAPSE = "console.collapseAll";
    static final String HAND = "console.hand";

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                edit(COPY, Messages.copy, Messages.copyTip, 60).withIcon("console-copy"),
                edit(COPY_OPENSSL, Messages.copyOpenssl, Messages.copyOpensslTip, 61),
                edit(COPY_SWAKS, Messages.copySwaks, Messages.copySwaksTip, 62),
                edit(COPY_WIREPOST, Messages.copyWirepost, Messages.copyWirepostTip, 63),
                edit(FIND, Messages.find, Messages.findTip, 70).withKey("M1+F").withIcon("console-find"),
                edit(FIND_NEXT, Messages.findNext, Messages.findNextTip, 71).withKey("F3"),
                edit(FIND_PREVIOUS, Messages.findPrevious, Messages.findPreviousTip, 72).withKey("M2+F3"),
                edit(FILTER, Messages.filter, Messages.filterTip, 73).withKey("M1+M2+F"),
                view(DETAIL, Messages.detail, Messages.detailTip, 60).withKey("F2").withIcon("console-detail"),
                view(DECODE, Messages.decode, Messages.decodeTip, 61).withIcon("console-decode"),
                view(WRAP, Messages.wrap, Messages.wrapTip, 62),
                view(SCROLL_LOCK, Messages.scrollLock, Messages.scrollLockTip, 63).withKey("M1+L")
                        .withIcon("console-lock"),
                view(PIN, Messages.pin, Messages.pinTip, 64).withIcon("console-pin"),
                view(EXPAND, Messages.expandAll, Messages.expandAllTip, 65),
                view(COLLAPSE, Messages.collapseAll, Messages.collapseAllTip, 66),
                view(CLEAR, Messages.clear, Messages.clearTip, 67).withIcon("console-clear"),
                CommandSpec.of(SAVE, Messages.save, Messages.saveTip, MenuName.FILE, 70).withIcon("console-save"),
                CommandSpec.of(HAND, Messages.hand, Messages.handTip, MenuName.SERVER, 60).withIcon("console-hand"));
    }

    private static CommandSpec edit(String id, String label, String tip, int order) {
        return CommandSpec.of(id, label, tip, MenuName.EDIT, order);
    }

    private static CommandSpec view(String id, String label, String tip, int order) {
        return CommandSpec.of(id, label, tip, MenuName.VIEW, order);
    }
}
