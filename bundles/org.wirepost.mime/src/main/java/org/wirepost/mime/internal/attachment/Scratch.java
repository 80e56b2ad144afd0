// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A temporary folder that is made when first asked for. */
public final class Scratch implements AutoCloseable {

    private final Path root;
    private Path folder;
    private boolean closed;

    /**
     * @param root the folder in which it is made
     */
    public Scratch(Path root) {
        this.root = root;
    }

    /** The folder, readable by the user alone where the system can do that. */
    synchronized Path folder() throws IOException {
        if (closed) {
            throw new IOException("The scratch folder has been given up.");
        }
        if (folder == null) {
            Files.createDirectories(root);
            folder = Files.createTempDirectory(root, "attachment-");
        }
        return folder;
    }

    /** Deletes the folder with everything in it. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
