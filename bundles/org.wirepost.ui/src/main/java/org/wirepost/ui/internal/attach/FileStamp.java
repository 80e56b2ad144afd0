// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * By what a change of a file is seen.
 *
 * @param kind what stands there
 * @param length octets; 0 unless it is a file
 * @param modified time of the last change, in milliseconds since 1970
 */
record FileStamp(Kind kind, long length, long modified) {

    /** What stands at a path. */
    enum Kind {
        /** A file. */
        FILE,
        /** A folder. */
        FOLDER,
        /** A device, a pipe or a socket. */
        OTHER,
        /** Nothing, or nothing that can be reached. */
        NOTHING
    }

    private static final FileStamp NOTHING = new FileStamp(Kind.NOTHING, 0, 0);

    /** Asks the file system; not for the user interface thread. */
    static FileStamp of(Path path) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            Kind kind = now.isRegularFile() ? Kind.FILE : now.isDirectory() ? Kind.FOLDER : Kind.OTHER;
            return new FileStamp(kind, kind == Kind.FILE ? now.size() : 0, now.lastModifiedTime().toMillis());
        } catch (IOException e) {
            return NOTHING;
        }
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }
}
