// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import org.wirepost.headless.internal.terminal.Output;

/** What {@code wirepost --version} prints. */
final class Version {

    private Version() {
    }

    static void print(Output out) {
        out.text(Program.name() + "\n"
                + "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n"
                + "TLS: 1.2, 1.3; STARTTLS and TLS from the start\n"
                + "Extensions: PIPELINING, SIZE, 8BITMIME, SMTPUTF8, CHUNKING, BINARYMIME, DSN, ENHANCEDSTATUSCODES\n"
                + "Authentication: SCRAM-SHA-256, SCRAM-SHA-1, CRAM-MD5, PLAIN, LOGIN, OAUTHBEARER, XOAUTH2, EXTERNAL\n"
                + "Licence: EPL-2.0\n");
    }
}
