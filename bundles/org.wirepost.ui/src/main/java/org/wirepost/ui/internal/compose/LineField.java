// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** A field of one line in which a character can be marked as faulty. */
final class LineField {

    private final Frame frame;
    private final StyledText text;
    private final Look look;

    LineField(Composite grid, Look look, String id, String name) {
        this.look = look;
        frame = new Frame(grid, look);
        text = new StyledText(frame.box(), SWT.SINGLE);
        text.setData("wirepost.id", id);
        text.setMargins(6, 4, 6, 4);
        Names.set(text, name);
        look.paint(text, Tone.TEXT, Tone.FIELD);
        look.watch(text, () -> text.setFont(look.text()));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(100, SWT.DEFAULT)
                .applyTo(frame.box());
        frame.around(text);
        // What is pasted into one line stays in one line.
        text.addVerifyListener(event -> event.text = event.text.replaceAll("\\s*[\r\n]+\\s*", " "));
    }

    /** Returns what stands in the grid. */
    Composite box() {
        return frame.box();
    }

    StyledText control() {
        return text;
    }

    String text() {
        return text.getText();
    }

    void set(String value) {
        if (!text.getText().equals(value)) {
            text.setText(value);
            text.setCaretOffset(value.length());
        }
    }

    /** Marks a character; that behind the end stands for the last one. */
    void mark(Optional<Integer> position) {
        text.setStyleRange(null);
        if (position.isPresent() && text.getCharCount() > 0) {
            StyleRange range = new StyleRange();
            range.start = Math.max(0, Math.min(position.get(), text.getCharCount() - 1));
            range.length = 1;
            range.underline = true;
            range.underlineStyle = SWT.UNDERLINE_SQUIGGLE;
            range.underlineColor = look.color(Tone.ERROR);
            range.foreground = look.color(Tone.ERROR);
            range.background = look.color(Tone.MARK);
            text.setStyleRange(range);
        }
    }
}
