// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.wirepost.ui.View;
import org.wirepost.ui.internal.work.UiThread;

/** Brings views that come and go into the window. */
record ViewWatch(UiThread ui, WorkbenchWindow window) implements ViewRegistry.Watcher {

    @Override
    public void came(View view) {
        ui.run(() -> {
            if (!window.shell().isDisposed()) {
                window.panes().came(view);
            }
        });
    }

    @Override
    public void gone(View view) {
        ui.run(() -> {
            if (!window.shell().isDisposed()) {
                window.panes().gone(view);
            }
        });
    }
}
