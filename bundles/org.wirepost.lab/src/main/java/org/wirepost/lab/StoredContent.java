// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The octets of a {@link StoredMessage}, wherever they are. */
public sealed interface StoredContent {

    /** The length in octets. */
    long octets();

    /**
     * The octets from the start, any number of times.
     *
     * @throws IOException if the file is gone, or if the octets were only counted, in words
     */
    InputStream open() throws IOException;

    /**
     * The SHA-256 of the octets in lower-case hexadecimal digits.
     *
     * @throws IOException if the octets were only counted or cannot be read
     */
    default String sha256() throws IOException {
        MessageDigest digest = newSha256();
        try (InputStream in = new DigestInputStream(open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A new SHA-256, which every Java platform has. */
    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("This Java platform has no SHA-256.", e));
        }
    }

    /** In memory. */
    final class InMemory implements StoredContent {
        private final byte[] bytes;

        /** Keeps a copy. */
        public InMemory(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public long octets() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /**
     * In a file.
     *
     * @param file where; gone after the server closes unless a folder was given
     * @param octets how long
     */
    record OnDisk(Path file, long octets) implements StoredContent {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /**
     * Not kept.
     *
     * @param octets how long it was
     * @param digest its SHA-256 in hexadecimal digits, if taken
     */
    record Counted(long octets, Optional<String> digest) implements StoredContent {
        @Override
        public InputStream open() throws IOException {
            throw new IOException("The message was only counted: start the server with LabStore.temporary() to read"
                    + " it again.");
        }

        @Override
        public String sha256() throws IOException {
            return digest.orElseThrow(() -> new IOException(
                    "The message was only counted: start the server with LabStore.digesting() for its SHA-256."));
        }
    }
}
