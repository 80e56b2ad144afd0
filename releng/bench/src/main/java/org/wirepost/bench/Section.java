// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench;

import java.io.IOException;

/** A part of the measurements. */
interface Section {

    /** Measures and tells. */
    void run(Bed bed, Results results) throws IOException, InterruptedException;
}
