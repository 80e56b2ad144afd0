// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.util.Set;

/** By which extensions messages are sent. */
enum Mode {
    /** CHUNKING with PIPELINING: everything in one flight. */
    BDAT(Set.of()),
    /** CHUNKING without PIPELINING. */
    BDAT_LOCKSTEP(Set.of("PIPELINING")),
    /** DATA with PIPELINING. */
    PIPELINED(Set.of("CHUNKING")),
    /** DATA, one command after the other. */
    LOCKSTEP(Set.of("CHUNKING", "PIPELINING"));

    private final Set<String> without;

    Mode(Set<String> without) {
        this.without = without;
    }

    /** Returns the extensions that are not used. */
    Set<String> without() {
        return without;
    }
}
