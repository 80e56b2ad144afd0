// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.text.NumberFormat;
import org.wirepost.ui.internal.words.Sentences;

/** Numbers of octets as the user writes numbers. */
final class Numbers {

    private Numbers() {
    }

    /** Returns a size in the usual unit, with the exact number where that is another. */
    static String size(long octets) {
        return octets < 1000 ? Sentences.size(octets)
                : Messages.bind(Messages.octets, Sentences.size(octets), of(octets));
    }

    static String of(long octets) {
        return NumberFormat.getIntegerInstance().format(octets);
    }
}
