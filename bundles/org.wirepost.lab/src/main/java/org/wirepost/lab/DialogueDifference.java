// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;

/** Leads out of a dialogue at the first difference. */
final class DialogueDifference extends IOException {

    DialogueDifference(String words) {
        super(words);
    }
}
