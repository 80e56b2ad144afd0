// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Gives everything in a dialog the colours of the theme. */
final class Paint {

    private static final String KEPT = "wirepost.tone";

    private Paint() {
    }

    /** Paints a control and all that is in it, now and after changes of the look. */
    static void all(Look look, Control root) {
        look.watch(root, () -> paint(look, root));
    }

    /** Gives one control another tone of text than the rest. */
    static void keep(Control control, Tone tone) {
        control.setData(KEPT, tone);
    }

    private static void paint(Look look, Control control) {
        Tone tone = control.getData(KEPT) instanceof Tone other ? other : Tone.TEXT;
        control.setForeground(look.color(tone));
        if (!(control instanceof Button button && (button.getStyle() & SWT.PUSH) != 0)) {
            control.setBackground(look.color(Tone.GROUND));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                paint(look, child);
            }
        }
    }
}
