// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The notices above a letter, one below the other. */
final class NoticeBars {

    /** Of more buttons, all stand below the text. */
    private static final int MOST_BESIDE = 2;

    private final Composite column;
    private final Look look;
    private List<Notice> shown = List.of();
    private final List<StyledText> texts = new ArrayList<>();

    NoticeBars(Composite parent, Look look) {
        this.look = look;
        column = new Composite(parent, SWT.NONE);
        column.setData("wirepost.id", "compose.notices");
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(column);
        look.paint(column, Tone.TEXT, Tone.GROUND);
    }

    /**
     * Shows notices; what stands there already keeps its controls, so that the focus stays where it is.
     *
     * @param notices all there are now
     */
    void show(List<Notice> notices) {
        if (column.isDisposed()) {
            return;
        }
        if (sameControls(notices)) {
            boolean grown = false;
            for (int i = 0; i < notices.size(); i++) {
                if (!shown.get(i).text().equals(notices.get(i).text())) {
                    grown |= lines(shown.get(i).text()) != lines(notices.get(i).text());
                    texts.get(i).setText(notices.get(i).text());
                }
            }
            shown = List.copyOf(notices);
            if (grown) {
                column.getParent().layout(true, true);
            }
            return;
        }
        rebuild(notices);
    }

    private boolean sameControls(List<Notice> notices) {
        if (notices.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < notices.size(); i++) {
            if (!notices.get(i).looksLike(shown.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static long lines(String text) {
        return text.lines().count() + text.length() / 60;
    }

    private void rebuild(List<Notice> notices) {
        column.setRedraw(false);
        for (Control child : column.getChildren()) {
            child.dispose();
        }
        texts.clear();
        shown = List.copyOf(notices);
        notices.forEach(this::bar);
        ((GridData) column.getLayoutData()).exclude = notices.isEmpty();
        column.setVisible(!notices.isEmpty());
        column.getParent().layout(true, true);
        column.setRedraw(true);
    }

    private void bar(Notice notice) {
        Composite bar = new Composite(column, SWT.NONE);
        bar.setData("wirepost.id", "compose.notice." + notice.kind());
        boolean below = notice.actions().size() > MOST_BESIDE;
        GridLayoutFactory.fillDefaults().numColumns(2 + notice.actions().size()).margins(8, 5).spacing(8, 4)
                .applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        look.paint(bar, Tone.TEXT, Tone.RAISED);
        Label icon = new Label(bar, SWT.NONE);
        look.watch(icon, () -> {
            icon.setImage(look.icon(icon(notice.tone())));
            icon.setBackground(look.color(Tone.RAISED));
        });
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 3).applyTo(icon);
        StyledText text = new StyledText(bar, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        text.setCaret(null);
        Names.set(text, text::getText);
        text.setText(notice.text());
        text.setData("wirepost.id", "compose.notice." + notice.kind() + ".text");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
                .span(below ? 1 + notice.actions().size() : 1, 1).applyTo(text);
        look.paint(text, notice.tone(), Tone.RAISED);
        look.watch(text, () -> text.setFont(look.text()));
        texts.add(text);
        if (below) {
            Label gap = new Label(bar, SWT.NONE);
            look.paint(gap, Tone.TEXT, Tone.RAISED);
            GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(gap);
        }
        List<Control> tabs = new ArrayList<>();
        for (Notice.Action action : notice.actions()) {
            tabs.add(button(bar, notice.kind(), action));
        }
        bar.setTabList(tabs.toArray(Control[]::new));
    }

    private Button button(Composite bar, String kind, Notice.Action action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(action.label().replace("&", "&&"));
        button.setData("wirepost.id", "compose." + action.id());
        // What it does now, not when the bar was made: the bar outlives its notice.
        button.addListener(SWT.Selection, event -> current(kind, action.id()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
        return button;
    }

    private void current(String kind, String id) {
        shown.stream().filter(notice -> notice.kind().equals(kind)).flatMap(notice -> notice.actions().stream())
                .filter(action -> action.id().equals(id)).findFirst().ifPresent(action -> action.run().run());
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case ERROR -> "finding-error";
            case WARNING -> "finding-warning";
            default -> "finding-note";
        };
    }

    /** Puts the focus on the first button of a notice, if it is shown. */
    boolean focus(String kind) {
        for (Control bar : column.getChildren()) {
            if (("compose.notice." + kind).equals(bar.getData("wirepost.id"))) {
                for (Control control : ((Composite) bar).getChildren()) {
                    if (control instanceof Button button) {
                        return button.setFocus();
                    }
                }
            }
        }
        return false;
    }
}
