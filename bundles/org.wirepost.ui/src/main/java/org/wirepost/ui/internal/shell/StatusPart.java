// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.swt.widgets.Composite;

/** Something on the right of the status line; published as a service within this bundle. */
@FunctionalInterface
public interface StatusPart {

    /**
     * Makes its controls.
     *
     * @param parent a row
     */
    void create(Composite parent);
}
