// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.report;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.cli.Fault;

/**
 * A file that appears whole or not at all: written beside its place, flushed to the disk, and renamed. That it can be
 * written shows at once. What is no regular file, such as a named pipe, is written directly.
 */
public final class AtomicFile implements Closeable {

    private final Path file;
    private final Path temporary;
    private final FileOutputStream stream;
    private boolean committed;

    private AtomicFile(Path file, Path temporary) throws IOException {
        this.file = file;
        this.temporary = temporary;
        this.stream = new FileOutputStream(temporary.toFile());
    }

    /**
     * Opens a file for writing.
     *
     * @param path where it is to appear
     * @param where names the option in errors
     * @return the file
     * @throws Fault when it cannot be written
     */
    public static AtomicFile open(Path path, String where) throws Fault {
        Path file = path.toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw new Fault(ExitCode.CANTCREAT, where + " " + path + " is a folder; name a file.");
        }
        try {
            // A symbolic link keeps pointing: what it points to is replaced.
            Path target = Files.exists(file) ? file.toRealPath() : file;
            boolean special = Files.exists(target) && !Files.isRegularFile(target);
            if (!special && Files.exists(target) && !Files.isWritable(target)) {
                throw new Fault(ExitCode.CANTCREAT, where + " " + path + " cannot be written; check its permissions.");
            }
            String name = "." + target.getFileName() + "." + Long.toString(System.nanoTime(), 36) + ".tmp";
            return new AtomicFile(target, special ? target : target.resolveSibling(name));
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, where + " " + path + " cannot be written: " + reason(e)
                    + "; choose another place.", e);
        }
    }

    private static String reason(IOException e) {
        String words = String.valueOf(e.getMessage());
        // The platform puts its words in brackets behind the name of the temporary file, which means nothing to people.
        int bracket = words.lastIndexOf('(');
        return bracket >= 0 && words.endsWith(")") ? words.substring(bracket + 1, words.length() - 1) : words;
    }

    /** Returns the stream to write to. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file in its place.
     *
     * @throws IOException when it cannot be written; what was there before is unchanged
     */
    public void commit() throws IOException {
        stream.flush();
        if (temporary.equals(file)) {
            stream.close();
        } else {
            stream.getFD().sync();
            stream.close();
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        committed = true;
    }

    /** Gives up what was not committed. */
    @Override
    public void close() throws IOException {
        if (!committed) {
            stream.close();
            if (!temporary.equals(file)) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
