// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginSignature;

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
 * @param inspected the private copy, which all this is said of; removed when this is closed
 */
record Candidate(Path file, long octets, String symbolicName, String version, String name, String publisher,
        String description, String digest, PluginSignature signature, List<Need> needs, List<String> offers,
        InspectedPlugin inspected) implements AutoCloseable {

    Candidate {
        needs = List.copyOf(needs);
        offers = List.copyOf(offers);
    }

    @Override
    public void close() throws IOException {
        inspected.close();
    }
}
