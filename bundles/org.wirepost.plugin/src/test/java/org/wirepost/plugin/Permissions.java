// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;

/** Sets the permissions of files, where the system has them. */
public final class Permissions {

    private Permissions() {
    }

    /** Sets them, or skips the test. */
    public static Path set(Path file, String permissions) throws IOException {
        Assumptions.assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "needs POSIX permissions");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
