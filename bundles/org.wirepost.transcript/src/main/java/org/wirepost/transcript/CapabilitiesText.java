// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.DialogueEvent.CapabilitiesLearned;

/** Words about what a server offers. */
final class CapabilitiesText {

    private CapabilitiesText() {
    }

    /** Returns what is offered now, and how that differs from what was offered before. */
    static String of(Capabilities before, CapabilitiesLearned learned) {
        Capabilities now = learned.capabilities();
        if (now.keywords().isEmpty()) {
            return before.keywords().isEmpty() ? "no extension offered" : "capabilities forgotten";
        }
        String all = now.keywords().stream()
                .map(keyword -> String.join(" ", keyword, String.join(" ", now.parameters(keyword))).strip())
                .collect(Collectors.joining(", "));
        return "offered " + (learned.encrypted() ? "over TLS" : "in clear") + ": " + all + difference(before, now);
    }

    private static String difference(Capabilities before, Capabilities now) {
        if (before.keywords().isEmpty()) {
            return "";
        }
        Set<String> added = new LinkedHashSet<>(now.keywords());
        added.removeAll(before.keywords());
        Set<String> gone = new LinkedHashSet<>(before.keywords());
        gone.removeAll(now.keywords());
        return (added.isEmpty() ? "" : "; new: " + String.join(", ", added))
                + (gone.isEmpty() ? "" : "; gone: " + String.join(", ", gone));
    }
}
