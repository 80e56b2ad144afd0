// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirepost.plugin.TrustedPlugin;

/**
 * The folder of the user's own bundles. A watcher in the framework starts what lies in it and takes away what leaves,
 * in
 * the window as on the command line; so a bundle is switched off by moving its file into a folder beside it, which
 * nobody watches.
 */
final class DropinFolder {

    private static final String EXTENSION = ".jar";
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

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
     * @param trusted the user's consent, which was taken back
     */
    record Removed(Path original, Path now, Optional<TrustedPlugin> trusted) {

        Removed with(Optional<TrustedPlugin> consent) {
            return new Removed(original, now, consent);
        }
    }

    /** Tells whether a file lies in the folder that is watched. */
    boolean holds(Path file) {
        return file.toAbsolutePath().normalize().startsWith(folder);
    }

    /** Returns the file of that name. */
    Path named(Path name) {
        return folder.resolve(name.toString());
    }

    /** Returns the files in the folder, whether they are started or not. */
    List<Path> dropped() throws IOException {
        return jars(folder);
    }

    /** Returns the bundles that are switched off. */
    List<Path> disabled() throws IOException {
        return jars(disabled);
    }

    private static List<Path> jars(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
                jars.forEach(files::add);
            }
        }
        return files;
    }

    /**
     * Puts what the user has agreed to into the folder, in one step: the copy that was looked at, whatever is in the
     * file by now.
     *
     * @param candidate the bundle
     * @param target where the version lies that it replaces, or {@link #fresh} for a new one
     * @throws IOException when it cannot be copied; nothing is different then
     */
    void install(Candidate candidate, Path target) throws IOException {
        create(target.getParent());
        Path copy = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(copy);
        try {
            try (FileChannel channel = FileChannel.open(copy, NEW, ownerOnly("rw-------"));
                    FileChannel from = FileChannel.open(candidate.inspected().copy())) {
                for (long done = 0; done < from.size();) {
                    done += from.transferTo(done, from.size() - done, channel);
                }
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
        return new Removed(file, now, Optional.empty());
    }

    /** Puts a bundle back that was taken away. */
    void restore(Removed removed) throws IOException {
        if (Files.exists(removed.original())) {
            throw new IOException(Messages.bind(Messages.inTheWay, removed.original()));
        }
        move(removed.now(), removed.original());
    }

    private static void create(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
    }

    /** Nothing is started from a folder, or out of a file, that others can write to. */
    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static void move(Path from, Path to) throws IOException {
        create(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
