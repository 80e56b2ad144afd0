// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import static java.util.Objects.requireNonNull;

/**
 * A row of the table of commands.
 *
 * @param id name, such as {@code message.send}
 * @param label what menus show, in the user's language, with a mnemonic ({@code &Send})
 * @param tip one sentence about what it does
 * @param menu the menu it stands in
 * @param order its place there; the tens begin a new group after a line
 * @param key the keys, such as {@code M1+N}; empty for none
 * @param icon name of the icon; empty for none
 * @param toolBar its place in the tool bar; 0 for none
 */
public record CommandSpec(String id, String label, String tip, MenuName menu, int order, String key, String icon,
        int toolBar) {

    /** Refuses null. */
    public CommandSpec {
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(tip, "tip");
        requireNonNull(menu, "menu");
        requireNonNull(key, "key");
        requireNonNull(icon, "icon");
    }

    /** A command that stands in a menu and has no key, no icon and no place in the tool bar. */
    public static CommandSpec of(String id, String label, String tip, MenuName menu, int order) {
        return new CommandSpec(id, label, tip, menu, order, "", "", 0);
    }

    /** Returns this command with keys. */
    public CommandSpec withKey(String keys) {
        return new CommandSpec(id, label, tip, menu, order, keys, icon, toolBar);
    }

    /** Returns this command with an icon. */
    public CommandSpec withIcon(String name) {
        return new CommandSpec(id, label, tip, menu, order, key, name, toolBar);
    }

    /** Returns this command with a place in the tool bar. */
    public CommandSpec withToolBar(int place) {
        return new CommandSpec(id, label, tip, menu, order, key, icon, place);
    }

    /** Returns the label without its mnemonic and dots. */
    public String plainLabel() {
        return label.replace("&", "").replace("\u2026", "");
    }
}
