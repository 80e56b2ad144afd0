// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.util.Locale;
import java.util.Optional;

/** Recipients that are refused as their names say, so that a person can try it out without a script. */
final class RecipientRules {

    private RecipientRules() { }

    /** The refusal for this address, if its name asks for one. */
    static Optional<Reply> refusal(String address) {
        String name = address.toLowerCase(Locale.ROOT);
        if (name.startsWith("reject5")) {
            return Optional.of(Reply.of(550, "5.1.1", "No such user here"));
        }
        if (name.startsWith("defer4")) {
            return Optional.of(Reply.of(450, "4.2.1", "The mailbox is busy, try again later"));
        }
        if (name.startsWith("full")) {
            return Optional.of(Reply.of(452, "4.2.2", "The mailbox is full"));
        }
        if (name.startsWith("multi5")) {
            return Optional.of(Reply.of(554, "5.7.1", "This recipient is refused for three reasons:",
                    "the first,", "and the other two"));
        }
        if (name.startsWith("kill421")) {
            return Optional.of(Reply.of(421, "4.3.2", "The service is closing"));
        }
        return Optional.empty();
    }
}
