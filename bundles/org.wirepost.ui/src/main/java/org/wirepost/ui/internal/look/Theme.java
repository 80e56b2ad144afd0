// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

/** What the user wants the window to look like. */
public enum Theme {
    /** As the desktop says. */
    SYSTEM,
    /** Dark text on light ground. */
    LIGHT,
    /** Light text on dark ground. */
    DARK,
    /** The strongest contrast. */
    CONTRAST
}
