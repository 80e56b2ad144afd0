// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/** A column of controls that keeps its height in a low window, where it can be scrolled. */
final class TallBox {

    private final ScrolledComposite scroller;
    private final Composite box;
    private final Beat fit;

    TallBox(Composite parent, Look look, UiThread ui) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(scroller);
        box = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 6).applyTo(box);
        look.paint(scroller, Tone.TEXT, Tone.GROUND);
        look.paint(box, Tone.TEXT, Tone.GROUND);
        fit = ui.beat(this::fit);
    }

    Composite box() {
        return box;
    }

    /** Begins to scroll, when all controls are in the box. */
    void start() {
        scroller.setContent(box);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        scroller.setShowFocusedControl(true);
        scroller.addListener(SWT.Resize, event -> fit());
        for (Control child : box.getChildren()) {
            child.addListener(SWT.Resize, event -> fit.ask());
        }
        fit();
    }

    /** Asks the box, which remembers what its controls need: who needs another height has told it. */
    private void fit() {
        if (!box.isDisposed()) {
            int height = box.computeSize(scroller.getClientArea().width, SWT.DEFAULT, false).y;
            if (height != scroller.getMinHeight()) {
                scroller.setMinHeight(height);
            }
        }
    }
}
