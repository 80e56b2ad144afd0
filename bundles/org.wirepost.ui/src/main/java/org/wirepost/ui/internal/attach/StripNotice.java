// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Shown;

/** The line below the rows: what was refused, or removed and can be brought back. */
final class StripNotice {

    private final Composite bar;
    private final Label sentence;
    private final Button undo;
    private final AttachmentList list;

    StripNotice(Composite parent, Look look, AttachmentList list) {
        this.list = list;
        bar = new Composite(parent, SWT.NONE);
        bar.setData("wirepost.id", "attach.notice");
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        look.paint(bar, Tone.TEXT, Tone.MARK);
        sentence = new Label(bar, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(120, SWT.DEFAULT)
                .applyTo(sentence);
        look.paint(sentence, Tone.TEXT, Tone.MARK);
        undo = button(Messages.undoRemove, "attach.undoRemove", list::undoRemove);
        button(Messages.dismiss, "attach.dismiss", list::dismissNotice);
        AttachmentStrip.setShown(bar, false);
    }

    private Button button(String label, String id, Runnable action) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.setData("wirepost.id", id);
        button.setLayoutData(new GridData());
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    /** Shows the notice there is now; returns whether more or less room is needed. */
    boolean show() {
        String words = Shown.label(list.notice());
        boolean different = !words.equals(sentence.getText());
        sentence.setText(words);
        different |= AttachmentStrip.setShown(undo, list.canUndoRemove());
        different |= AttachmentStrip.setShown(bar, !words.isEmpty());
        if (different) {
            bar.layout(true, true);
        }
        return different;
    }

    void focus() {
        if (list.canUndoRemove()) {
            undo.setFocus();
        }
    }

    int height(int width) {
        return list.notice().isEmpty() ? 0 : bar.computeSize(width, SWT.DEFAULT).y;
    }
}
