// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.internal.console.Detail.Paragraph;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Shows all that is known of the selected row. */
final class DetailPane {

    private static final int MARGIN = 8;

    private final StyledText text;
    private final Look look;
    private List<Paragraph> shown = List.of();
    private String instead = "";

    DetailPane(Composite parent, Look look) {
        this.look = look;
        text = new StyledText(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setData("wirepost.id", "console.detail");
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setLineSpacing(MARGIN / 3);
        text.setAlwaysShowScrollBars(false);
        Names.give(text, Messages.detailName);
        // Tab leaves it: nothing is typed here.
        text.addTraverseListener(event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        look.paint(text, Tone.TEXT, Tone.GROUND);
        look.watch(text, () -> {
            text.setFont(look.text());
            show(shown, instead);
        });
    }

    StyledText control() {
        return text;
    }

    void setWrap(boolean wanted) {
        text.setWordWrap(wanted);
    }

    /** Shows paragraphs, or a sentence where there are none. */
    void show(List<Paragraph> paragraphs, String otherwise) {
        shown = paragraphs;
        instead = otherwise;
        StringBuilder all = new StringBuilder();
        List<StyleRange> ranges = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (!all.isEmpty()) {
                all.append('\n');
            }
            ranges.add(range(paragraph, all.length()));
            all.append(paragraph.text());
        }
        text.setText(paragraphs.isEmpty() ? instead : all.toString());
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    private StyleRange range(Paragraph paragraph, int start) {
        StyleRange range = new StyleRange(start, paragraph.text().length(), null, null);
        switch (paragraph.style()) {
            case HEADING -> range.font = look.bold();
            case VERBATIM -> range.font = look.mono();
            case ADDED -> {
                range.font = look.mono();
                range.foreground = look.color(Tone.GOOD);
            }
            case GONE -> {
                range.font = look.mono();
                range.foreground = look.color(Tone.WARNING);
            }
            case WORDS -> range.foreground = look.color(Tone.TEXT);
        }
        return range;
    }
}
