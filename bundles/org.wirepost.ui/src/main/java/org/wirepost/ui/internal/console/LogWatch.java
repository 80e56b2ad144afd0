// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;

/**
 * Has the console told of changes, on any thread.
 *
 * @param beginning told when a session begins
 * @param changing told of every change
 */
record LogWatch(Runnable beginning, Runnable changing) implements SessionLog.Watcher {

    @Override
    public void began(Recording recording) {
        beginning.run();
        changing.run();
    }

    @Override
    public void grew(Recording recording) {
        changing.run();
    }

    @Override
    public void removed(Recording recording) {
        changing.run();
    }
}
