// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** A thin line around a control, which shows where the focus is; that of the platform is hardly seen on dark ground. */
final class Frame {

    private final Composite box;
    private final Look look;

    Frame(Composite parent, Look look) {
        this.look = look;
        box = new Composite(parent, SWT.NONE);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 1;
        layout.marginHeight = 1;
        box.setLayout(layout);
    }

    /** Returns what the control goes into. */
    Composite box() {
        return box;
    }

    /** Has the line follow the focus of a control. */
    void around(Control inside) {
        inside.addListener(SWT.FocusIn, event -> draw(true));
        inside.addListener(SWT.FocusOut, event -> draw(false));
        look.watch(box, () -> draw(inside.isFocusControl()));
    }

    private void draw(boolean focused) {
        box.setBackground(look.color(focused ? Tone.ACCENT : Tone.LINE));
    }
}
