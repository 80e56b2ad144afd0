// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of the user's own bundles. A watcher in the framework starts what lies in it and takes away what leaves,
 * in
 * the window as on the command line; so a bundle is switched off by moving its file into a folder beside it, which
 * nobody watches.
 */
final class DropinFolder {

    private static final String EXTENSION = ".jar";

    private final Path folder;
    private final Path disabled;
    private final Path trash;

    /**
     * Names the folders; they are made when something is put into them.
     *
     * @param data the user's data folder; in it {@code dropins} is watched, {@code dropins-disabled} holds bundles that
     *        are switched off and {@code dropins-removed} those that the user does not want any more
     */
    DropinFolder(Path data) {
        folder = data.resolve("dropins").toAbsolutePath().normalize();
        disabled = folder.resolveSibling("dropins-disabled");
        trash = folder.resolveSibling("dropins-removed");
    }

    /**
     * What was taken away and can be put back.
     *
     * @param original where it was
     * @param now where it is
     */
    record Removed(Path original, Path now) {
    }

    /** Tells whether a file lies in the folder that is watched. */
    boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** Returns the bundles that are switched off. */
    List<Path> disabled() throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(disabled)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(disabled, "*" + EXTENSION)) {
                jars.forEach(files::add);
            }
        }
        return files;
    }

    /**
     * Puts a copy of a bundle into the folder, in one step, if it still is what the user has agreed to.
     *
     * @param candidate the bundle
     * @param target where the version lies that it replaces, or {@link #fresh} for a new one
     * @throws IOException when it has changed or cannot be copied; nothing is different then
     */
    void install(Candidate candidate, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path copy = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.copy(candidate.file(), copy, StandardCopyOption.REPLACE_EXISTING);
            if (!CandidateReader.digest(copy).equals(candidate.digest())) {
                throw new IOException(Messages.bind(Messages.changedMeanwhile, candidate.file()));
            }
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Returns where a bundle goes that is not there yet. */
    Path fresh(String symbolicName) {
        return folder.resolve(symbolicName + EXTENSION);
    }

    /** Switches a bundle off. */
    void disable(Path file) throws IOException {
        move(file, disabled.resolve(file.getFileName()));
    }

    /** Switches a bundle on again. */
    void enable(Path file) throws IOException {
        move(file, folder.resolve(file.getFileName()));
    }

    /** Takes a bundle away. */
    Removed remove(Path file) throws IOException {
        Path now = trash.resolve(Instant.now().toEpochMilli() + "-" + file.getFileName());
        move(file, now);
        return new Removed(file, now);
    }

    /** Puts a bundle back that was taken away. */
    void restore(Removed removed) throws IOException {
        if (Files.exists(removed.original())) {
            throw new IOException(Messages.bind(Messages.inTheWay, removed.original()));
        }
        move(removed.now(), removed.original());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
