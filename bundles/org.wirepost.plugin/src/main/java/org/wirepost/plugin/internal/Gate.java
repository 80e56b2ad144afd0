// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.plugin.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.wirepost.plugin.InspectedPlugin;
import org.wirepost.plugin.PluginInspector;
import org.wirepost.plugin.TrustList;
import org.wirepost.plugin.TrustedPlugin;

/**
 * Stands between the folder that the user drops bundles into and the one that is watched by the framework: copies what
 * is trusted from the one to the other, and takes away from the other what has left the one or is trusted no longer.
 * The copy that was looked at is the one that gets there. Looks again at a file when it, or the list, has changed. Used
 * by one thread.
 */
final class Gate {

    private final Path dropins;
    private final Path watched;
    private final TrustList trusted;
    private final PluginInspector inspector;
    private final Consumer<String> voice;
    private final Map<Path, String> settled = new HashMap<>();
    private final Map<Path, String> pending = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private boolean first = true;

    /**
     * Makes a gate.
     *
     * @param dropins the folder of the user; may be missing
     * @param watched the folder that the framework watches, which nobody but this process writes to
     * @param trusted what may pass
     * @param inspector looks at bundles, in the folder that is watched
     * @param voice hears a sentence about each bundle that may not pass
     */
    Gate(Path dropins, Path watched, TrustList trusted, PluginInspector inspector, Consumer<String> voice) {
        this.dropins = dropins;
        this.watched = watched;
        this.trusted = trusted;
        this.inspector = inspector;
        this.voice = voice;
    }

    /** Looks at the folder once. */
    void look() throws IOException {
        List<Path> files = jars(dropins);
        String list = stamp(trusted.path());
        for (Path file : files) {
            String stamp = stamp(file) + ' ' + list;
            if (!stamp.equals(settled.get(file))) {
                look(file, stamp);
            }
        }
        settled.keySet().retainAll(files);
        pending.keySet().retainAll(files);
        for (Path old : jars(watched)) {
            if (!settled.containsKey(dropins.resolve(old.getFileName()))) {
                Files.deleteIfExists(old);
            }
        }
        first = false;
    }

    private void look(Path file, String stamp) throws IOException {
        Path target = watched.resolve(file.getFileName());
        Optional<String> refusal;
        try (InspectedPlugin plugin = open(file)) {
            refusal = doubt(plugin);
            if (refusal.isEmpty()) {
                Files.move(plugin.copy(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                settled.put(file, stamp);
                return;
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            refusal = Optional.of(e instanceof IOException && e.getMessage() != null ? e.getMessage()
                    : file + " cannot be read: " + e);
        }
        // A file that is still being copied is half of something good.
        if (first || stamp.equals(pending.put(file, stamp))) {
            settled.put(file, stamp);
            Files.deleteIfExists(target);
            if (said.add(refusal.get())) {
                voice.accept(refusal.get());
            }
        }
    }

    private InspectedPlugin open(Path file) throws IOException {
        inspector.requirePrivate(file);
        return inspector.inspect(file);
    }

    private Optional<String> doubt(InspectedPlugin plugin) throws IOException {
        if (trusted.trusts(plugin)) {
            return Optional.empty();
        }
        Optional<TrustedPlugin> other = trusted.find(plugin.symbolicName());
        String how = "find out where it is from, and if you trust it, run: wirepost plugin trust '" + plugin.file()
                + "'";
        return Optional.of(other.isPresent()
                ? plugin.file() + " is not started, because it has changed: you trusted " + plugin.symbolicName()
                        + " with SHA-256 " + other.get().digest() + ", and this is " + plugin.digest() + "; " + how
                : plugin.file() + " is not started, because you have not said that you trust it (SHA-256 "
                        + plugin.digest() + "); " + how);
    }

    private static List<Path> jars(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
                found.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    /** Tells whether a file may have changed. */
    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime().toMillis() + " " + now.size() + ' ' + now.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }
}
