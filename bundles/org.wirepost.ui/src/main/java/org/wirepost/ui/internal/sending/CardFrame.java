// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Draws a thin line round a card: in the colour of the selected thing while the focus is within. */
final class CardFrame {

    private static final int ROUND = 8;

    private final Composite card;
    private final Look look;
    private boolean active;

    private CardFrame(Composite card, Look look) {
        this.card = card;
        this.look = look;
    }

    static void on(Composite card, Look look) {
        CardFrame frame = new CardFrame(card, look);
        card.addPaintListener(event -> frame.draw(event.gc));
        card.addListener(SWT.Activate, event -> frame.activate(true));
        card.addListener(SWT.Deactivate, event -> frame.activate(false));
    }

    private void activate(boolean now) {
        active = now;
        if (!card.isDisposed()) {
            card.redraw();
        }
    }

    private void draw(GC gc) {
        Point size = card.getSize();
        gc.setAntialias(SWT.ON);
        gc.setForeground(look.color(active ? Tone.ACCENT : Tone.LINE));
        gc.drawRoundRectangle(0, 0, size.x - 1, size.y - 1, ROUND, ROUND);
    }
}
