// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

/** Why a command cannot be done, as the reply that says so. */
final class Refusal extends Exception {

    private final transient Reply reply;

    Refusal(int code, String enhanced, String text) {
        super(text, null, false, false);
        reply = Reply.of(code, enhanced, text);
    }

    Reply reply() {
        return reply;
    }
}
