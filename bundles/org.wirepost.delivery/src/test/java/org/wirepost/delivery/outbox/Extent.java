// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

/** How much is tried: a sample in every build, all of it with the profile {@code sweep}, or as a property says. */
final class Extent {

    private Extent() {
    }

    /**
     * Returns a number.
     *
     * @param property says it, if it is set
     * @param sample in every build
     * @param all in a sweep
     */
    static int of(String property, int sample, int all) {
        return Integer.getInteger(property, "full".equals(System.getProperty("wirepost.sweep")) ? all : sample);
    }
}
