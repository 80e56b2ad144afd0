// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.wirepost.plugin.PluginRefusal;
import org.wirepost.plugin.PluginRefusal.Reason;

/**
 * Whether files are the user's alone. A file and its folder must belong to the user or to the administrator, and on
 * POSIX systems, where the bits of the group also stand for access lists, nobody else may write to them. To the folders
 * above, which may be many people's, not everybody may write, unless the sticky bit keeps them from removing what is
 * not
 * theirs, as in {@code /tmp}.
 */
public final class Ownership {

    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();
    private static final boolean UNIX = VIEWS.contains("unix");
    private static final Path SELF = Path.of("/proc/self");
    private static final int OTHERS_WRITE = 022;
    private static final int WORLD_WRITES = 02;
    private static final int STICKY = 01000;
    private static final Integer ROOT = 0;

    private final Object user;

    private Ownership(Object user) {
        this.user = user;
    }

    /** Takes the user that this process runs for, whatever variables and properties say. */
    public static Ownership ofThisProcess() throws IOException {
        return Own.RULES;
    }

    /** Takes another user: a number on Unix systems, a principal elsewhere. */
    static Ownership of(Object user) {
        return new Ownership(user);
    }

    /** Found out once. */
    private static final class Own {

        static final Ownership RULES = new Ownership(user());

        private static Object user() {
            try {
                if (UNIX && Files.exists(SELF)) {
                    return owner(SELF);
                }
                Path mine = Files.createTempFile("wirepost-", ".owner");
                try {
                    return owner(mine);
                } finally {
                    Files.delete(mine);
                }
            } catch (IOException e) {
                // Nobody, so that everything is refused.
                return e;
            }
        }
    }

    /** Makes a folder that only the user can look into, if it is not there. */
    public static void makePrivate(Path folder) throws IOException {
        if (VIEWS.contains("posix")) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Requires that a file or folder is the user's alone, where its links lead to.
     *
     * @param path what to look at
     * @param named what the user is told it is about
     */
    public void require(Path path, Path named) throws IOException {
        Path real;
        try {
            real = path.toRealPath();
        } catch (NoSuchFileException e) {
            throw new PluginRefusal(Reason.NO_FILE, named);
        }
        requireOwn(real, named);
        Path above = real.getParent();
        if (!Files.isDirectory(real)) {
            requireOwn(above, named);
            above = above.getParent();
        }
        for (Path folder = above; UNIX && folder != null; folder = folder.getParent()) {
            int mode = mode(folder);
            if ((mode & WORLD_WRITES) != 0 && (mode & STICKY) == 0) {
                throw new PluginRefusal(Reason.OPEN, named, folder);
            }
        }
    }

    private void requireOwn(Path real, Path named) throws IOException {
        Object owner = owner(real);
        if (!owner.equals(user) && !(UNIX && owner.equals(ROOT))) {
            throw new PluginRefusal(Reason.FOREIGN, named, real, Files.getOwner(real));
        }
        if (UNIX && (mode(real) & OTHERS_WRITE) != 0) {
            throw new PluginRefusal(Reason.OPEN, named, real);
        }
    }

    private static int mode(Path real) throws IOException {
        return (Integer) Files.getAttribute(real, "unix:mode");
    }

    private static Object owner(Path path) throws IOException {
        if (UNIX) {
            Map<String, Object> found = Files.readAttributes(path, "unix:uid");
            return found.get("uid");
        }
        return Files.getOwner(path);
    }
}
