// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.UiThread;

/** Asks what is to become of letters that go now or in a moment when the window is to be closed. */
final class Leaving {

    private static final int WAIT = 0;
    private static final int LATER = 1;

    private final Deliveries deliveries;
    private final Windows windows;
    private boolean waiting;

    Leaving(Deliveries deliveries, Windows windows, UiThread ui) {
        this.deliveries = deliveries;
        this.windows = windows;
        deliveries.watch(changed -> {
            if (!changed.state().isUnderWay()) {
                ui.run(this::ended);
            }
        });
    }

    /** Tells whether the window may close now. */
    boolean mayClose() {
        List<Delivery> active = deliveries.active();
        if (active.isEmpty()) {
            return true;
        }
        return windows.shell().map(shell -> ask(shell, active)).orElse(true);
    }

    private boolean ask(Shell shell, List<Delivery> active) {
        waiting = false;
        String what = active.size() == 1 ? Messages.bind(Messages.leaveOne, active.get(0).label())
                : Messages.bind(Messages.leaveMany, active.size());
        int answer = new MessageDialog(shell, Messages.leaveTitle, null, what + "\n\n" + Messages.leaveText,
                MessageDialog.QUESTION, WAIT, Messages.leaveWait, Messages.leaveLater, Messages.leaveStay).open();
        if (answer == LATER) {
            return true;
        }
        waiting = answer == WAIT;
        if (waiting) {
            windows.setStatus(Messages.leaving);
            // Those that ended while the question stood.
            ended();
        }
        return false;
    }

    private void ended() {
        if (waiting && deliveries.active().isEmpty()) {
            waiting = false;
            windows.close();
        }
    }
}
