// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import org.wirepost.mime.ContentChangedException;
import org.wirepost.mime.Source;

/**
 * What can be told about a source without reading it: its length, and for a file when it was changed and which file it
 * is.
 *
 * @param length octets
 * @param modified time of the last change, of a file
 * @param key identity, of a file on a system that has one
 */
public record SourceStamp(long length, Optional<FileTime> modified, Optional<Object> key) {

    /**
     * Takes the stamp of a source.
     *
     * @param source any source
     * @return its present stamp
     * @throws IOException when the source is gone or is no regular file, as a sentence
     */
    public static SourceStamp of(Source source) throws IOException {
        // Asked first: it names the reason if there is nothing to read.
        long length = source.length();
        Optional<Path> file = source.file();
        if (file.isEmpty()) {
            return new SourceStamp(length, Optional.empty(), Optional.empty());
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return new SourceStamp(attributes.size(), Optional.of(attributes.lastModifiedTime()),
                    Optional.ofNullable(attributes.fileKey()));
        } catch (IOException e) {
            throw FileSource.explained(file.get(), e);
        }
    }

    /**
     * Compares with the source as it is now.
     *
     * @param source the source this stamp was taken of
     * @throws ContentChangedException when it differs
     * @throws IOException when the source is gone
     */
    public void verify(Source source) throws IOException {
        SourceStamp now = of(source);
        if (now.length != length) {
            throw new ContentChangedException(source.name(), "it had " + length + " octets and now has " + now.length);
        }
        if (!now.modified.equals(modified)) {
            throw new ContentChangedException(source.name(), "it was written to at " + now.modified.orElseThrow());
        }
        if (!now.key.equals(key)) {
            throw new ContentChangedException(source.name(), "another file has taken its place");
        }
    }
}
