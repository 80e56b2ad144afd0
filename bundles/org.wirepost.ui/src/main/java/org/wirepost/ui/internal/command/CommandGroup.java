// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import java.util.List;

/** The commands of one room; published as a service within this bundle. */
@FunctionalInterface
public interface CommandGroup {

    /** Returns the commands. A handler comes from the active pane, or by {@link CommandTable#handle}. */
    List<CommandSpec> commands();
}
