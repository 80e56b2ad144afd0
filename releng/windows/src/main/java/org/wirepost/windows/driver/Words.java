// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.Optional;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Widget;

/** The words that a widget shows. */
final class Words {

    private Words() {
    }

    /** What it shows, or what has been typed into it. */
    static Optional<String> of(Widget widget) {
        if (widget instanceof Text text) {
            return Optional.of(text.getText());
        } else if (widget instanceof StyledText text) {
            return Optional.of(text.getText());
        } else if (widget instanceof Combo combo) {
            return Optional.of(combo.getText());
        } else if (widget instanceof Spinner spinner) {
            return Optional.of(spinner.getText());
        } else if (widget instanceof Item item) {
            return Optional.of(plain(item.getText()));
        }
        return widget instanceof Control control ? label(control) : Optional.empty();
    }

    /** What is written on it. */
    static Optional<String> label(Control control) {
        String text = "";
        if (control instanceof Button button) {
            text = button.getText();
        } else if (control instanceof Label label) {
            text = label.getText();
        } else if (control instanceof CLabel label) {
            text = label.getText();
        } else if (control instanceof Link link) {
            text = link.getText();
        } else if (control instanceof Group group) {
            text = group.getText();
        } else if (control instanceof Shell shell) {
            text = shell.getText();
        }
        return Optional.of(plain(text)).filter(found -> !found.isEmpty());
    }

    /** Without the marks of access keys, and without the shortcut behind a tab. */
    private static String plain(String text) {
        int tab = text.indexOf('\t');
        return (tab < 0 ? text : text.substring(0, tab)).replaceAll("&(.)", "$1");
    }
}
