// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

/** Why something failed, short enough for one sentence. */
final class Reason {

    /** The framework says what is missing twice; the second time begins with these words. */
    private static final String AGAIN = " Unresolved requirements:";

    private Reason() {
    }

    static String of(Throwable failure) {
        var message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        int again = message.indexOf(AGAIN);
        return again < 0 ? message : message.substring(0, again);
    }
}
