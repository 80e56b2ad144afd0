// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.strip;

import java.util.Locale;

/** Which metadata are taken out of a photo. */
public enum Strip {
    /** Nothing. */
    NONE,
    /** Whatever tells, or may tell, where it was taken. */
    LOCATION,
    /** Everything that is not needed to show it: colour profile, Adobe's colour mark and orientation stay. */
    ALL;

    /** The value of an option. */
    public static Strip of(String value) {
        return valueOf(value.toUpperCase(Locale.ROOT));
    }
}
