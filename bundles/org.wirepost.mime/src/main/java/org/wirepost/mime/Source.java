// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.wirepost.mime.internal.source.ByteArraySource;
import org.wirepost.mime.internal.source.FileSource;

/**
 * Octets that can be read any number of times, also by several threads at once, each time the same. A plan reads a
 * source when it is made (where a scan is needed) and each time it is written.
 */
@ConsumerType
public interface Source {

    /** Returns a name for people: the file name without folders. */
    String name();

    /**
     * Returns the number of octets.
     *
     * @throws IOException when it cannot be told, for instance because the file is gone
     */
    long length() throws IOException;

    /**
     * Opens the octets from the beginning.
     *
     * @return a stream of {@link #length()} octets; the caller closes it
     * @throws IOException when the source cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Returns the file that holds exactly these octets, if there is one; it is then read by channel, and its length,
     * its time of change and its identity are compared before and after use.
     */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /**
     * Makes a source of a file. Nothing is read yet.
     *
     * @param file a regular file
     * @return the source, named as the file
     */
    static Source of(Path file) {
        return new FileSource(Objects.requireNonNull(file, "file"));
    }

    /**
     * Makes a source of octets in memory.
     *
     * @param name name for people
     * @param octets the content; the array is not copied and must not be changed afterwards
     * @return the source
     */
    static Source of(String name, byte[] octets) {
        return new ByteArraySource(name, octets);
    }
}
