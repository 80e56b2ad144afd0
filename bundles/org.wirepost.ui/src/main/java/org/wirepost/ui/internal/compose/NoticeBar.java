// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** One notice: a symbol, a sentence that can be copied, and buttons. */
final class NoticeBar {

    /** Of more buttons, all stand below the text. */
    private static final int MOST_BESIDE = 2;

    private final Composite bar;
    private final Label icon;
    private final StyledText text;
    private final Look look;
    private final List<Button> buttons = new ArrayList<>();
    private Notice notice;

    NoticeBar(Composite column, Notice first, Look look) {
        this.look = look;
        this.notice = first;
        bar = new Composite(column, SWT.NONE);
        bar.setData("wirepost.id", "compose.notice." + first.kind());
        GridLayoutFactory.fillDefaults().margins(8, 5).spacing(8, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        icon = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 3).applyTo(icon);
        text = new StyledText(bar, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        text.setCaret(null);
        text.setText(Shown.text(first.text()));
        text.setData("wirepost.id", "compose.notice." + first.kind() + ".text");
        Names.set(text, text::getText);
        if (isBelow()) {
            Label gap = new Label(bar, SWT.NONE);
            look.paint(gap, Tone.TEXT, Tone.RAISED);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(gap);
        }
        look.watch(bar, this::paint);
        setButtons();
    }

    private boolean isBelow() {
        return notice.actions().size() > MOST_BESIDE;
    }

    private void paint() {
        for (Control control : List.of(bar, icon, text)) {
            control.setBackground(look.color(Tone.RAISED));
        }
        text.setForeground(look.color(notice.tone()));
        text.setFont(look.text());
        icon.setImage(look.icon(icon(notice.tone())));
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case ERROR -> "finding-error";
            case WARNING -> "finding-warning";
            default -> "finding-note";
        };
    }

    /** Buttons that are there stay, so that the focus does. */
    private void setButtons() {
        List<Notice.Action> actions = notice.actions();
        while (buttons.size() > actions.size()) {
            buttons.remove(buttons.size() - 1).dispose();
        }
        while (buttons.size() < actions.size()) {
            buttons.add(button(buttons.size()));
        }
        for (int i = 0; i < actions.size(); i++) {
            buttons.get(i).setText(Shown.label(actions.get(i).label()));
            buttons.get(i).setData("wirepost.id", "compose." + actions.get(i).id());
        }
        ((GridLayout) bar.getLayout()).numColumns = 2 + actions.size();
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
                .span(isBelow() ? 1 + actions.size() : 1, 1).applyTo(text);
        bar.setTabList(buttons.toArray(Control[]::new));
    }

    private Button button(int index) {
        Button button = new Button(bar, SWT.PUSH);
        // What it does now, not when it was made: the button outlives its notice.
        button.addListener(SWT.Selection, event -> notice.actions().get(index).run().run());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        return button;
    }

    /** Tells whether it can show another notice in the place of its own, without taking somebody by surprise. */
    boolean takes(Notice other) {
        return notice.kind().equals(other.kind()) && isBelow() == other.actions().size() > MOST_BESIDE;
    }

    /** Shows another notice; returns whether it may need another height, or its buttons another width. */
    boolean show(Notice other) {
        Notice before = notice;
        notice = other;
        boolean same = before.looksLike(other);
        if (before.tone() != other.tone()) {
            paint();
        }
        if (!same) {
            setButtons();
        }
        if (!before.text().equals(other.text())) {
            text.setText(Shown.text(other.text()));
        }
        return !same || lines(before.text()) != lines(other.text());
    }

    private static long lines(String text) {
        return text.lines().count() + text.length() / 60;
    }

    /** Puts the focus on the first button. */
    boolean focus() {
        return !buttons.isEmpty() && buttons.get(0).setFocus();
    }

    String kind() {
        return notice.kind();
    }

    Composite control() {
        return bar;
    }
}
