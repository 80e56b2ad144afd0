// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.launcher;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/**
 * The folder in which the framework of this process keeps its bundles: one for each process, so that any number of
 * processes run at once, and gone when the process ends. Nothing in it is worth keeping, since bundles are read from
 * where they are installed. What a killed process left behind is removed by a later one.
 */
final class Storage implements Closeable {

    /** The framework holds a lock on this file for as long as it runs. */
    private static final String LOCK = "cache.lock";
    private static final long STARTING_MILLIS = 60_000;
    private static final Path NOTHING = Path.of("/dev/null");

    private final File folder;

    private Storage(Path folder) {
        this.folder = folder.toFile();
    }

    /**
     * Makes the folder below the user's cache folder. If there is none or it cannot be written, it is made below the
     * system's folder for temporary files, under a name nobody can guess, because others may write there as well.
     *
     * @throws IOException when neither can be written
     */
    static Storage in(Optional<Path> cache) throws IOException {
        try {
            if (cache.isPresent()) {
                return below(cache.get().resolve("run"));
            }
        } catch (IOException e) {
            // The other folder will do, or will say what is wrong.
        }
        return new Storage(Files.createTempDirectory("wirepost-"));
    }

    private static Storage below(Path parent) throws IOException {
        Files.createDirectories(parent);
        while (true) {
            // Not Files.createTempDirectory: its random names cost a start 15 ms.
            var name = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + '-'
                    + Long.toString(System.nanoTime(), Character.MAX_RADIX);
            try {
                var storage = new Storage(Files.createDirectory(parent.resolve(name), ownerOnly(parent)));
                storage.removeAbandoned();
                return storage;
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
    }

    /** The bundles of the user are installed from here, so nobody else may write here, whatever the umask is. */
    private static FileAttribute<?>[] ownerOnly(Path parent) {
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(EnumSet.of(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE))}
                : new FileAttribute<?>[0];
    }

    File folder() {
        return folder;
    }

    /**
     * Has the initialized framework write the number of its next bundle to nowhere. It would replace a file for each
     * bundle it installs, which file systems that guard against half-written files, ext4 for one, take to the disk each
     * time: 4 ms a bundle, for a number that nobody will read.
     */
    void forgetBundleNumbers() {
        try {
            Files.createSymbolicLink(folder.toPath().resolve("bundle0").resolve("bundle.id"), NOTHING);
        } catch (IOException | UnsupportedOperationException e) {
            // A system without such links or such a device, where it stays as it is.
        }
    }

    private void removeAbandoned() {
        for (var sibling : list(folder.getParentFile())) {
            if (!sibling.equals(folder) && isAbandoned(sibling)) {
                delete(sibling);
            }
        }
    }

    /** Whether no process holds the lock of a folder that is old enough for its process to have taken it. */
    private static boolean isAbandoned(File folder) {
        if (folder.lastModified() > System.currentTimeMillis() - STARTING_MILLIS) {
            return false;
        }
        try (var channel = FileChannel.open(folder.toPath().resolve(LOCK),
                        StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            // Removed by another process meanwhile, or not ours.
            return false;
        }
    }

    /** Removes the folder; what another program holds open, as virus scanners do, is left to the next process. */
    @Override
    public void close() {
        delete(folder);
    }

    /** Removes a file or a folder with all it holds, as far as that is possible. */
    static void delete(File file) {
        for (var child : list(file)) {
            delete(child);
        }
        file.delete();
    }

    private static File[] list(File folder) {
        var files = folder.listFiles();
        return files == null ? new File[0] : files;
    }
}
