// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wirepost.mime.Limits;
import org.wirepost.smtp.dialogue.Capabilities;

/**
 * What a server announced, as far as it decides how a message is laid out.
 *
 * @param size the largest message in octets; empty when it named none
 * @param keywords those of {@link #DECISIVE} that it offered
 */
record Announced(OptionalLong size, Set<String> keywords) {

    /** The extensions that decide about encodings. */
    static final Set<String> DECISIVE = Set.of("8BITMIME", "BINARYMIME", "CHUNKING", "SMTPUTF8");

    Announced {
        keywords = Set.copyOf(keywords);
    }

    static Announced of(Capabilities capabilities) {
        return new Announced(capabilities.maximumSize(),
                DECISIVE.stream().filter(capabilities::offers).collect(Collectors.toSet()));
    }

    /** Returns what is left when some extensions are not used. */
    Announced without(Set<String> disabled) {
        Set<String> upper = disabled.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        Set<String> rest = new TreeSet<>(keywords);
        rest.removeAll(upper);
        return new Announced(upper.contains("SIZE") ? OptionalLong.empty() : size, rest);
    }

    /** Returns what a message may be, as a delivery decides it. */
    Limits limits() {
        return new Limits(keywords.contains("8BITMIME"),
                keywords.contains("BINARYMIME") && keywords.contains("CHUNKING"), keywords.contains("SMTPUTF8"));
    }
}
