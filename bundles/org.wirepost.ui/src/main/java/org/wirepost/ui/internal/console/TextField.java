// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.Optional;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;

/**
 * The field that has the focus.
 *
 * @param copying copies what is selected in it
 * @param selecting selects all of it
 */
record TextField(Runnable copying, Runnable selecting) {

    static Optional<TextField> focused(Display display) {
        Control focus = display.getFocusControl();
        if (focus instanceof Text text) {
            return Optional.of(new TextField(text::copy, text::selectAll));
        }
        return focus instanceof StyledText text ? Optional.of(new TextField(text::copy, text::selectAll))
                : Optional.empty();
    }

    void copy() {
        copying.run();
    }

    void selectAll() {
        selecting.run();
    }
}
