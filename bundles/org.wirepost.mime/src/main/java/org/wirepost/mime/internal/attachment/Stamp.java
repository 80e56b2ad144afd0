// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;

/**
 * By what a file is recognised as unchanged. A source that is no file has none and is taken at its word.
 *
 * @param length in bytes
 * @param changed time of the last change
 * @param key what the file system tells files apart by; null where it has nothing
 */
public record Stamp(long length, FileTime changed, Object key) {

    /** The stamp of a source at this moment. */
    public static Optional<Stamp> of(Source source) throws IOException {
        Optional<Path> file = source.file();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        BasicFileAttributes now = Files.readAttributes(file.get(), BasicFileAttributes.class);
        return Optional.of(new Stamp(now.size(), now.lastModifiedTime(), now.fileKey()));
    }

    /**
     * Compares a source with an earlier stamp of it.
     *
     * @throws ContentChangedException if they differ
     */
    public static void check(Source source, Optional<Stamp> before) throws IOException {
        if (!Objects.equals(before, of(source))) {
            throw new ContentChangedException(source.name(), "the file was written to");
        }
    }
}
