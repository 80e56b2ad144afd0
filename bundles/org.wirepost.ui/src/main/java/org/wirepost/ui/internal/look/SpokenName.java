// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Gives controls that show no name of their own the one that is read aloud. */
public final class SpokenName {

    private SpokenName() {
    }

    /**
     * Names a control.
     *
     * @param control the control
     * @param label its name, or the label beside it with mnemonic and colon
     */
    public static void set(Control control, String label) {
        String name = label.replace("&", "").replaceFirst(":$", "");
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }
}
