// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * A bundle in a file that the user may want to have: all that can be known of it before anything of it runs.
 *
 * @param file where it is
 * @param octets its size
 * @param symbolicName its name for the framework
 * @param version its version
 * @param name its name for people
 * @param publisher who made it; empty if it does not say
 * @param description what it is for; empty if it does not say
 * @param digest the SHA-256 of the file in hexadecimal
 * @param signature who signed it
 * @param needs what it needs
 * @param offers what it has to offer, in words
 */
record Candidate(Path file, long octets, String symbolicName, String version, String name, String publisher,
        String description, String digest, Signature signature, List<Need> needs, List<String> offers) {

    Candidate {
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
    }
}
