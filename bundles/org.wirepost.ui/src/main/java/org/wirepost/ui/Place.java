// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui;

/** Where a view stands in the window. */
public enum Place {
    /** The narrow stack on the left: what there is to choose from. */
    LEFT,
    /** The large stack in the middle: what is being worked on. */
    CENTER,
    /** The narrow stack on the right: facts about what is being worked on. */
    RIGHT,
    /** The wide stack at the bottom: what is going on. */
    BOTTOM
}
