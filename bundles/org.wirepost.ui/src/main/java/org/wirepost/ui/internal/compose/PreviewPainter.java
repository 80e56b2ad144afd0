// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.wirepost.ui.internal.compose.text.Preview;
import org.wirepost.ui.internal.compose.text.Preview.Span;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Draws a preview into a text control. */
final class PreviewPainter {

    private final Look look;

    PreviewPainter(Look look) {
        this.look = look;
    }

    void paint(StyledText control, Preview preview) {
        control.setText(preview.text());
        control.setStyleRanges(ranges(preview).toArray(StyleRange[]::new));
    }

    /** Spans lie within each other; a text control wants them side by side. */
    private List<StyleRange> ranges(Preview preview) {
        TreeSet<Integer> cuts = new TreeSet<>();
        for (Span span : preview.spans()) {
            cuts.add(span.start());
            cuts.add(span.start() + span.length());
        }
        List<StyleRange> ranges = new ArrayList<>();
        Integer start = null;
        for (int end : cuts) {
            if (start != null) {
                StyleRange range = range(preview.spans(), start, end);
                if (!range.isUnstyled()) {
                    ranges.add(range);
                }
            }
            start = end;
        }
        return ranges;
    }

    private StyleRange range(List<Span> spans, int start, int end) {
        StyleRange range = new StyleRange();
        range.start = start;
        range.length = end - start;
        for (Span span : spans) {
            if (span.start() > start) {
                break;
            }
            if (span.start() + span.length() >= end) {
                apply(range, span);
            }
        }
        return range;
    }

    private void apply(StyleRange range, Span span) {
        switch (span.kind()) {
            case HEADING -> range.font = look.heading();
            case SUBHEADING -> range.font = look.bold();
            case BOLD -> range.fontStyle |= SWT.BOLD;
            case ITALIC -> range.fontStyle |= SWT.ITALIC;
            case CODE -> {
                range.font = look.mono();
                range.background = look.color(Tone.RAISED);
            }
            case LINK -> {
                range.underline = true;
                range.underlineStyle = SWT.UNDERLINE_LINK;
                range.foreground = look.color(Tone.ACCENT);
                range.data = span.target();
            }
            case QUOTE, QUIET -> range.foreground = look.color(Tone.QUIET);
            case IMAGE -> range.foreground = look.color(Tone.FACT);
        }
    }
}
