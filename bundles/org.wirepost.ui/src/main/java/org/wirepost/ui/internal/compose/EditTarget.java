// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.Optional;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/** A control with text in which one can cut, copy and paste. */
interface EditTarget {

    /** Returns the control that has the focus, if it is one. */
    static Optional<EditTarget> find(Display display) {
        Control focus = display.getFocusControl();
        if (focus instanceof StyledText text) {
            return Optional.of(new OfStyledText(text));
        }
        if (focus instanceof Text text) {
            return Optional.of(new OfText(text));
        }
        return focus instanceof Combo combo ? Optional.of(new OfCombo(combo)) : Optional.empty();
    }

    void cut();

    void copy();

    void paste();

    void selectAll();

    /** A text with styles. */
    record OfStyledText(StyledText text) implements EditTarget {
        @Override
        public void cut() {
            if (text.getEditable()) {
                text.cut();
            }
        }

        @Override
        public void copy() {
            text.copy();
        }

        @Override
        public void paste() {
            if (text.getEditable()) {
                text.paste();
            }
        }

        @Override
        public void selectAll() {
            text.selectAll();
        }
    }

    /** A plain text. */
    record OfText(Text text) implements EditTarget {
        @Override
        public void cut() {
            text.cut();
        }

        @Override
        public void copy() {
            text.copy();
        }

        @Override
        public void paste() {
            text.paste();
        }

        @Override
        public void selectAll() {
            text.selectAll();
        }
    }

    /** A text with a list. */
    record OfCombo(Combo combo) implements EditTarget {
        @Override
        public void cut() {
            combo.cut();
        }

        @Override
        public void copy() {
            combo.copy();
        }

        @Override
        public void paste() {
            combo.paste();
        }

        @Override
        public void selectAll() {
            combo.setSelection(new org.eclipse.swt.graphics.Point(0, combo.getText().length()));
        }
    }
}
