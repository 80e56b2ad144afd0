// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;

/** The line above the rows: how many files, how much; or how to attach one. */
final class StripHeader {

    private final Label label;

    StripHeader(Composite parent, Look look) {
        label = new Label(parent, SWT.NONE);
        label.setData("wirepost.id", "attach.summary");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(label);
        look.paint(label, Tone.QUIET, Tone.GROUND);
        look.watch(label, () -> label.setFont(look.text()));
    }

    void show(List<AttachmentItem> items) {
        String words = words(items);
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }

    static String words(List<AttachmentItem> items) {
        if (items.isEmpty()) {
            return Messages.bind(Messages.emptyHint, keys());
        }
        long octets = items.stream().mapToLong(
                item -> item.outcome().map(Outcome::size).orElse(item.length())).sum();
        return items.size() == 1 ? Messages.bind(Messages.listSummaryOne, Sentences.size(octets))
                : Messages.bind(Messages.listSummary, items.size(), Sentences.size(octets));
    }

    private static String keys() {
        return SWTKeySupport.getKeyFormatterForPlatform()
                .format(KeyStroke.getInstance(SWT.MOD1 | SWT.MOD2, 'A'));
    }

    int height(int width) {
        return label.computeSize(width, SWT.DEFAULT).y + 2;
    }
}
