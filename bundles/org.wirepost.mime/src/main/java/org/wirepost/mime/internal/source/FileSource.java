// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.OptionalLong;

import org.wirepost.mime.MimeException;
import org.wirepost.mime.Source;
import org.wirepost.mime.internal.text.FieldCheck;

/**
 * A regular file.
 *
 * @param path the file
 */
public record FileSource(Path path) implements Source {

    @Override
    public String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    @Override
    public long length() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw failed(path, attributes.isDirectory() ? "is a folder; name a file in it"
                        : "is no regular file; copy its content into one", null);
            }
            return attributes.size();
        } catch (IOException e) {
            throw explained(path, e);
        }
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw explained(path, e);
        }
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(path);
    }

    /**
     * Makes a sentence of what the file system said.
     *
     * @param path the file
     * @param fault what was thrown
     * @return an exception to throw
     */
    public static IOException explained(Path path, IOException fault) {
        if (fault instanceof MimeException) {
            return fault;
        }
        if (fault instanceof NoSuchFileException) {
            return failed(path, "does not exist", fault);
        }
        if (fault instanceof AccessDeniedException) {
            return failed(path, "may not be read; check its permissions", fault);
        }
        return failed(path, "cannot be read (" + fault.getMessage() + ")", fault);
    }

    private static MimeException failed(Path path, String why, IOException cause) {
        return new MimeException("The file " + FieldCheck.visible(path.toString()) + " " + why + ".",
                Optional.of(path.toString()), OptionalLong.empty(), cause);
    }
}
