// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.wirepost.interop.Programs;

/** Where the scripts lie that start other people's servers, and whether they can be used here. */
final class PeerScripts {

    private PeerScripts() {
    }

    /** Returns the folder beside the test data; the test is skipped without it, and without root. */
    static Path folder() {
        String testdata = System.getProperty("wirepost.testdata", "");
        assumeTrue(!testdata.isBlank(), "-Dwirepost.testdata=DIR is not given; the scripts that start other"
                + " servers lie in the folder peers beside it.");
        Path peers = Path.of(testdata).toAbsolutePath().resolveSibling("peers").normalize();
        assumeTrue(Files.isDirectory(peers), "There is no folder " + peers + " with scripts that start other"
                + " servers.");
        assumeTrue(Programs.areRoots(), "Only root can start the other servers.");
        assumeTrue(Programs.isInstalled("openssl"), "openssl, which makes the certificates, is not"
                + " installed.");
        return peers;
    }
}
