// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.text.NumberFormat;

/** Numbers of octets as the user writes numbers. */
final class Numbers {

    private Numbers() {
    }

    static String of(long octets) {
        return NumberFormat.getIntegerInstance().format(octets);
    }
}
