// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.io.IOException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** Writes the state of the window down a second after it has changed, and when it closes: a crash loses little. */
final class StateKeeper {

    private static final int DELAY_MILLIS = 1000;

    private final StoredFile file;
    private final WindowState state;
    private final Background background;
    private final UiThread ui;
    private WorkbenchWindow window;
    private boolean due;

    StateKeeper(StoredFile file, WindowState state, Background background, UiThread ui) {
        this.file = file;
        this.state = state;
        this.background = background;
        this.ui = ui;
    }

    void watch(WorkbenchWindow watched) {
        window = watched;
        Listener listener = event -> {
            watched.rememberBounds();
            changed();
        };
        watched.shell().addListener(SWT.Move, listener);
        watched.shell().addListener(SWT.Resize, listener);
        watched.shell().addListener(SWT.Dispose, event -> {
            watched.remember();
            write(WindowFile.octets(state));
        });
    }

    /** Told of every change, on the user interface thread. */
    void changed() {
        if (!due && window != null) {
            due = true;
            background.later(() -> ui.run(this::remember), DELAY_MILLIS);
        }
    }

    private void remember() {
        due = false;
        if (!window.shell().isDisposed()) {
            window.remember();
            byte[] octets = WindowFile.octets(state);
            background.execute(() -> write(octets));
        }
    }

    private void write(byte[] octets) {
        try {
            file.write(octets);
        } catch (IOException e) {
            // Comfort only: the next window stands where the last one that could be remembered stood.
            System.getLogger(StateKeeper.class.getName())
                    .log(System.Logger.Level.WARNING, "The state of the window cannot be written", e);
        }
    }
}
