// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.time.Instant;

/**
 * A bundle that the user has agreed to.
 *
 * @param digest the SHA-256 of its file, 64 hexadecimal digits in lower case
 * @param symbolicName its name for the framework
 * @param version its version, as it says
 * @param since when the user agreed
 */
public record TrustedPlugin(String digest, String symbolicName, String version, Instant since) {

    /** Checks nothing but the form, since a list of these is written to a file with a line for each. */
    public TrustedPlugin {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no SHA-256: " + digest);
        }
        if (!symbolicName.matches("\\S+") || !version.matches("\\S+")) {
            throw new IllegalArgumentException("a name and a version have no blanks: " + symbolicName + ' ' + version);
        }
    }
}
