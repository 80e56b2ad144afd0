// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.wire;

/**
 * Tells whether to stay awake for a moment when nothing has come yet. Going to sleep and being woken up takes longer
 * than a server on the same machine takes to answer; one that is further away shows soon that it is not worth it.
 */
final class Alertness {

    /** How long to stay awake. */
    static final long NANOS = 50_000;

    /** After as many waits at most it is tried again. */
    private static final int RAREST = 1023;
    /** With a single processor the server could not run meanwhile. */
    private static final boolean POSSIBLE = Runtime.getRuntime().availableProcessors() > 1;

    private int pause;
    private int left;

    /** Tells whether the next wait is to be awake. */
    boolean isWorthIt() {
        return POSSIBLE && left-- <= 0;
    }

    /** Learns whether something came while awake; each time it did not, the next try is twice as far away. */
    void wasWorthIt(boolean something) {
        pause = something ? 0 : Math.min(RAREST, 2 * pause + 1);
        left = pause;
    }
}
