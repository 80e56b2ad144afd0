// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.wirepost.ui.ViewSite;

/** Goes to rows with a text, and to warnings and errors. */
final class Finder {

    private final ConsolePane pane;
    private final ViewSite site;
    private String wanted = "";

    Finder(ConsolePane pane, ViewSite site) {
        this.pane = pane;
        this.site = site;
    }

    /** Tells whether a text has been looked for, so that there is a next one. */
    boolean isReady() {
        return !wanted.isEmpty();
    }

    /** Asks for a text and goes to the first row behind the selected one that has it. */
    void find() {
        InputDialog dialog = new InputDialog(pane.page().getShell(), Messages.findTitle, Messages.findMessage, wanted,
                text -> text.isBlank() ? "" : null);
        if (dialog.open() == Window.OK) {
            wanted = dialog.getValue().strip();
            next(1);
        }
    }

    /** Goes to the next row with the text, or to the one before. */
    void next(int step) {
        show(pane.model().find(wanted, selected(), step), Messages.bind(Messages.notFound, wanted));
    }

    /** Goes to the next warning or error, or to the one before. */
    void problem(int step) {
        show(pane.model().findProblem(selected(), step), Messages.noProblem);
    }

    private int selected() {
        return pane.table().control().getSelectionIndex();
    }

    private void show(int index, String otherwise) {
        if (index < 0) {
            site.setStatus(otherwise);
        } else {
            pane.table().select(index);
        }
    }
}
