// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.command;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Does what a command means in the active pane. */
final class ScopedHandler extends AbstractHandler {

    private final CommandTable table;
    private final String command;

    ScopedHandler(CommandTable table, String command) {
        this.table = table;
        this.command = command;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        table.meaning(command).ifPresent(meaning -> meaning.action().run());
        return null;
    }

    @Override
    public boolean isEnabled() {
        return table.isEnabled(command);
    }
}
