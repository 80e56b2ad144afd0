// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Draws tabs as plain rectangles, the selected one on the ground of its page with a line of the accent colour above.
 * The renderer of the toolkit cuts corners out of regions, which takes it longer than all else in the window together.
 */
public final class FlatTabs extends CTabFolderRenderer {

    private static final int ACCENT = 2;

    private final CTabFolder folder;
    private final Look look;

    private FlatTabs(CTabFolder folder, Look look) {
        super(folder);
        this.folder = folder;
        this.look = look;
    }

    /**
     * Has a folder, whose tabs are on top, drawn so.
     *
     * @param folder the folder
     * @param look gives the colours
     */
    public static void on(CTabFolder folder, Look look) {
        folder.setRenderer(new FlatTabs(folder, look));
    }

    @Override
    protected void draw(int part, int state, Rectangle bounds, GC gc) {
        if (part == PART_BACKGROUND) {
            gc.setBackground(folder.getBackground());
            gc.fillRectangle(bounds);
        } else if (part == PART_HEADER) {
            gc.setForeground(look.color(Tone.LINE));
            int below = bounds.y + line();
            gc.drawLine(bounds.x, below, bounds.x + bounds.width, below);
        } else if (part == PART_BODY) {
            body(bounds, gc);
        } else if (part >= 0 && (state & SWT.SELECTED) != 0) {
            selected(bounds, gc);
            super.draw(part, state & ~SWT.BACKGROUND, bounds, gc);
        } else if (part >= 0) {
            unselected(part, bounds, gc);
            super.draw(part, state & ~SWT.BACKGROUND, bounds, gc);
        } else {
            super.draw(part, state, bounds, gc);
        }
    }

    /** Where the page begins: as low as can be, for the buttons beside the tabs may stick out of them. */
    private int line() {
        return folder.getTabHeight() + ((folder.getStyle() & SWT.FLAT) != 0 ? 0 : 2);
    }

    /** The page, which begins right below the tabs, and a line around it. */
    private void body(Rectangle bounds, GC gc) {
        int top = line();
        boolean empty = folder.getSelectionIndex() < 0;
        gc.setBackground(empty ? folder.getBackground() : folder.getSelectionBackground());
        gc.fillRectangle(0, top, bounds.width, bounds.height - top);
        if ((folder.getStyle() & SWT.BORDER) != 0) {
            gc.setForeground(look.color(Tone.LINE));
            gc.drawRectangle(0, top, bounds.width - 1, bounds.height - top - 1);
        }
    }

    private void selected(Rectangle bounds, GC gc) {
        gc.setBackground(folder.getSelectionBackground());
        gc.fillRectangle(bounds.x, bounds.y, bounds.width, line() + 1 - bounds.y);
        gc.setForeground(look.color(Tone.LINE));
        int right = bounds.x + bounds.width - 1;
        gc.drawLine(bounds.x, bounds.y, bounds.x, line());
        gc.drawLine(right, bounds.y, right, line());
        gc.setBackground(look.color(Tone.ACCENT));
        gc.fillRectangle(bounds.x, bounds.y, bounds.width, ACCENT);
    }

    private void unselected(int part, Rectangle bounds, GC gc) {
        int selected = folder.getSelectionIndex();
        if (folder.getItem(part).isShowing() && part + 1 != selected) {
            int margin = bounds.height / 4;
            int right = bounds.x + bounds.width - 1;
            gc.setForeground(look.color(Tone.LINE));
            gc.drawLine(right, bounds.y + margin, right, bounds.y + bounds.height - margin);
        }
    }
}
