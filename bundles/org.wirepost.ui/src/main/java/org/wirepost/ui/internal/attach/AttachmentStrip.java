// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** The rows of a letter's files. */
public final class AttachmentStrip extends Composite {

    /**
     * Makes the rows.
     *
     * @param parent where
     * @param list the files
     * @param services the rest of the desktop
     */
    public AttachmentStrip(Composite parent, AttachmentList list, AttachServices services) {
        super(parent, SWT.NONE);
    }
}
