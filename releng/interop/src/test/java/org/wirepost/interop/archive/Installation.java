// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.archive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wirepost.interop.Await;
import org.wirepost.interop.Programs;

/**
 * The archive of this build, unpacked once for all tests into a folder that goes when the tests end. It has been
 * started once, so that the archive of classes is there that makes later starts faster.
 */
final class Installation {

    private static Path unpacked;

    private Installation() {
    }

    /** Returns the folder above bin; the test is skipped where the archive has not been built. */
    static synchronized Path folder() throws IOException {
        if (unpacked == null) {
            Path archive = archive();
            Path top = Files.createTempDirectory("wirepost unpacked ");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(top), "delete-installation"));
            unpacked = unpack(archive, top.resolve("program"));
            warmUp(top.resolve("home"));
        }
        return unpacked;
    }

    /** Returns where Wirepost keeps what it keeps, unless a test wants that for itself. */
    static Path home() throws IOException {
        return folder().resolveSibling("home");
    }

    private static void warmUp(Path home) throws IOException {
        Files.createDirectories(home);
        new User(home, home).run("--version");
        Path classes = home.resolve("cache/classes");
        Await.until("an archive of classes in " + classes, () -> {
            try (DirectoryStream<Path> archives = Files.newDirectoryStream(classes, "*.jsa")) {
                return archives.iterator().hasNext() ? Optional.of(classes) : Optional.empty();
            }
        });
    }

    private static Path archive() throws IOException {
        Path target = Path.of(System.getProperty("basedir", "")).toAbsolutePath()
                .resolveSibling("dist").resolve("target");
        assumeTrue(Files.isDirectory(target), "The archive is not built (mvn package -pl releng/dist -am).");
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(target, "wirepost-headless-*.tar.gz")) {
            Iterator<Path> each = archives.iterator();
            assumeTrue(each.hasNext(), "There is no archive in " + target + ".");
            return each.next();
        }
    }

    private static Path unpack(Path archive, Path into) throws IOException {
        Files.createDirectory(into);
        if (Programs.code("tar", "-xzf", archive.toString(), "-C", into.toString(), "--strip-components=1") != 0) {
            throw new IOException(archive + " cannot be unpacked");
        }
        return into;
    }

    private static void delete(Path folder) {
        try {
            Programs.delete(folder);
        } catch (IOException e) {
            System.err.println("The folder of a test is left behind: " + e.getMessage());
        }
    }

    /** Returns every file with its size and time, to find out later whether anything was written here. */
    static List<String> inventory() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(folder())) {
            for (Path path : (Iterable<Path>) walk::iterator) {
                files.add(path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path));
            }
        }
        return List.copyOf(files);
    }
}
