// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/**
 * Gives what stands out in a dialog its tone. Everything else is drawn by the platform, whose theme follows ours; its
 * boxes to tick can only be seen on its own ground.
 */
final class Paint {

    private static final String KEPT = "wirepost.tone";

    private Paint() {
    }

    /** Paints what is in a dialog, now and after changes of the look. */
    static void all(Look look, Control root) {
        look.watch(root, () -> paint(look, root));
    }

    /** Says which tone the text of a control has. */
    static void keep(Control control, Tone tone) {
        control.setData(KEPT, tone);
    }

    private static void paint(Look look, Control control) {
        if (control.getData(KEPT) instanceof Tone tone) {
            control.setForeground(look.color(tone));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                paint(look, child);
            }
        }
    }
}
