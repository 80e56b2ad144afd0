// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.outbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that the outbox does to the disk, one step each, so that a test can stop between any two of them or have any of
 * them fail. Reading is not among them.
 */
public interface Disk {

    /** A file that is being written. */
    interface Output extends Closeable {

        /** Writes all that the buffer holds at this position. */
        void write(ByteBuffer octets, long position) throws IOException;

        /** Returns when all that was written is on the disk. What fails here is not tried again: it may be lost. */
        void sync() throws IOException;
    }

    /** Makes a folder for this user alone; fails when there is something of that name. */
    void makeFolder(Path folder) throws IOException;

    /** Makes a file for this user alone; fails when there is one. */
    Output create(Path file) throws IOException;

    /** Opens a file that is there, to write anywhere in it. */
    Output open(Path file) throws IOException;

    /** Renames in one step; a file of the new name is replaced, a folder is not. */
    void rename(Path from, Path to) throws IOException;

    /** Returns when the names in a folder are on the disk. */
    void syncFolder(Path folder) throws IOException;

    /** Deletes a file or an empty folder, if it is there. */
    void delete(Path file) throws IOException;

    /**
     * Takes a lock that dies with this process, without waiting.
     *
     * @param file the lock file; it is made when it is not there, and stays
     * @return the lock, or empty when another process or another part of this one has it
     */
    Optional<Closeable> tryLock(Path file) throws IOException;

    /** Names this process among all that there have been. */
    String owner();

    /** Tells whether the process of that name still runs. */
    boolean isRunning(String owner);
}
