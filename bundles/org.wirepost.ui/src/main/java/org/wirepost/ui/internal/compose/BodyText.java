// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirepost.ui.internal.compose.text.Signature;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Where the text of a letter is written. Tab goes on to the files, for a letter has no columns. */
final class BodyText {

    private final Letter letter;
    private final Frame frame;
    private final StyledText text;
    private final TextUndo undo;
    private boolean busy;

    BodyText(Composite parent, Letter letter, Look look) {
        this.letter = letter;
        frame = new Frame(parent, look);
        text = new StyledText(frame.box(), SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        frame.around(text);
        text.setData("wirepost.id", "compose.body");
        text.setMargins(8, 6, 8, 6);
        text.setAlwaysShowScrollBars(false);
        Names.set(text, Messages.bodyName);
        look.paint(text, Tone.TEXT, Tone.FIELD);
        look.watch(text, () -> text.setFont(look.text()));
        undo = new TextUndo(text);
        text.addListener(SWT.Traverse, BodyText::goOn);
        text.addListener(SWT.Modify, event -> modified());
    }

    private static void goOn(Event event) {
        if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
            event.doit = true;
        }
    }

    private void modified() {
        if (!busy) {
            String written = plain(text.getText());
            letter.edit(next -> next.body = written);
        }
    }

    private static String plain(String written) {
        return written.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** The letter has changed, perhaps by another hand. */
    void refresh() {
        String body = letter.content().body();
        String shown = plain(text.getText());
        if (shown.equals(body)) {
            return;
        }
        busy = true;
        try {
            int caret = text.getCaretOffset();
            if (shown.isEmpty()) {
                undo.silently(() -> text.setText(body));
            } else {
                replaceDifference(shown, body);
            }
            text.setCaretOffset(Math.min(caret, Math.min(text.getCharCount(), Signature.start(body))));
        } finally {
            busy = false;
        }
    }

    /** What is the same before and behind stays, and with it what can be undone. */
    private void replaceDifference(String shown, String body) {
        int shortest = Math.min(shown.length(), body.length());
        int start = 0;
        while (start < shortest && shown.charAt(start) == body.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shortest - start
                && shown.charAt(shown.length() - 1 - tail) == body.charAt(body.length() - 1 - tail)) {
            tail++;
        }
        if (shown.length() == text.getCharCount()) {
            text.replaceTextRange(start, shown.length() - tail - start, body.substring(start, body.length() - tail));
        } else {
            text.setText(body);
        }
    }

    /** Returns the text with its frame. */
    Composite box() {
        return frame.box();
    }

    StyledText control() {
        return text;
    }

    TextUndo undo() {
        return undo;
    }

    void setEditable(boolean editable) {
        text.setEditable(editable);
    }

    boolean hasFocus() {
        return text.isFocusControl();
    }

    /** Puts words where the caret stands. */
    void insert(String words) {
        text.insert(words);
        text.setCaretOffset(text.getCaretOffset() + words.length());
    }
}
