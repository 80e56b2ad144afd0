// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** A large button with a picture, a title and a few words; reached by Tab, opened by a click, Enter or Space. */
final class Door extends Canvas {

    private static final int MARGIN = 18;
    private static final int GAP = 8;
    private static final int PICTURE = 36;
    private static final int ROUND = 14;
    private static final int LINE_SPACING = 2;

    private final transient Look look;
    private final transient Words words;
    private final transient Runnable action;
    private boolean hovered;
    private boolean focused;

    /** What stands on a door. */
    record Words(String icon, String title, String text) {
    }

    Door(Composite parent, Look look, Words words, Runnable action) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.look = look;
        this.words = words;
        this.action = action;
        look.watch(this, () -> {
            setBackground(look.color(Tone.GROUND));
            redraw();
        });
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.MouseEnter, event -> hover(true));
        addListener(SWT.MouseExit, event -> hover(false));
        addListener(SWT.FocusIn, event -> focus(true));
        addListener(SWT.FocusOut, event -> focus(false));
        addListener(SWT.MouseDown, event -> setFocus());
        addListener(SWT.MouseUp, this::released);
        addListener(SWT.KeyDown, this::pressed);
        // A canvas keeps Tab to itself unless it says otherwise.
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
        setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        describe();
    }

    private void describe() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = words.title();
            }

            @Override
            public void getDescription(AccessibleEvent event) {
                event.result = words.text();
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_PUSHBUTTON;
            }
        });
    }

    private void hover(boolean now) {
        hovered = now;
        redraw();
    }

    private void focus(boolean now) {
        focused = now;
        redraw();
    }

    private void released(Event event) {
        if (event.button == 1 && new Rectangle(0, 0, getSize().x, getSize().y).contains(event.x, event.y)) {
            action.run();
        }
    }

    private void pressed(Event event) {
        if (event.character == SWT.CR || event.character == ' ' || event.keyCode == SWT.KEYPAD_CR) {
            action.run();
        }
    }

    private void draw(GC gc) {
        Point size = getSize();
        gc.setAntialias(SWT.ON);
        gc.setBackground(look.color(Tone.RAISED));
        gc.fillRoundRectangle(0, 0, size.x, size.y, ROUND, ROUND);
        gc.setForeground(look.color(hovered || focused ? Tone.ACCENT : Tone.LINE));
        gc.setLineWidth(focused ? 2 : 1);
        gc.drawRoundRectangle(1, 1, size.x - 2 - 1, size.y - 2 - 1, ROUND, ROUND);
        gc.drawImage(look.icon(words.icon(), PICTURE), MARGIN, MARGIN);
        int y = MARGIN + PICTURE + GAP;
        y += write(gc, layout(words.title(), size.x, true), y, Tone.TEXT) + GAP;
        write(gc, layout(words.text(), size.x, false), y, Tone.QUIET);
    }

    private int write(GC gc, TextLayout layout, int y, Tone tone) {
        gc.setForeground(look.color(tone));
        layout.draw(gc, MARGIN, y);
        int height = layout.getBounds().height;
        layout.dispose();
        return height;
    }

    private TextLayout layout(String text, int width, boolean title) {
        TextLayout layout = new TextLayout(getDisplay());
        layout.setText(text);
        layout.setFont(title ? look.heading() : look.text());
        layout.setSpacing(LINE_SPACING);
        layout.setWidth(Math.max(1, width - 2 * MARGIN));
        return layout;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        int width = widthHint == SWT.DEFAULT ? WelcomePane.DOOR_WIDTH : widthHint;
        int height = MARGIN + PICTURE + GAP + height(words.title(), width, true) + GAP
                + height(words.text(), width, false) + MARGIN;
        return new Point(width, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    private int height(String text, int width, boolean title) {
        TextLayout layout = layout(text, width, title);
        int height = layout.getBounds().height;
        layout.dispose();
        return height;
    }
}
