// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

/** Colours by meaning, never by name; each palette has one for each. */
public enum Tone {
    /** Ordinary text on {@link #GROUND}. */
    TEXT,
    /** Text that matters less. */
    QUIET,
    /** The ground of lists and text. */
    GROUND,
    /** The ground of every second row, of cards and bars. */
    RAISED,
    /** Thin lines. */
    LINE,
    /** What we send. */
    SENT,
    /** What the server says. */
    RECEIVED,
    /** Facts about connection and encryption. */
    FACT,
    /** Done, accepted. */
    GOOD,
    /** A warning. */
    WARNING,
    /** An error, refused. */
    ERROR,
    /** Links, the selected thing. */
    ACCENT,
    /** The ground of what is found or marked. */
    MARK,
    /** The ground of fields to write into. */
    FIELD
}
