// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

/** The menus of the window, in order. */
public enum MenuName {
    /** Letters as files, the window itself. */
    FILE,
    /** Text. */
    EDIT,
    /** The letter being written. */
    MESSAGE,
    /** Accounts and servers. */
    SERVER,
    /** Views and layouts. */
    VIEW,
    /** Plug-ins, preferences. */
    TOOLS,
    /** Help. */
    HELP
}
