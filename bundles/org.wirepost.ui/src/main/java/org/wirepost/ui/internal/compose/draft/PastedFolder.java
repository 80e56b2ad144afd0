// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that were made of what was pasted, each in a folder of its own. A letter that was given up may leave some
 * behind. Methods block.
 */
public final class PastedFolder {

    /** A file younger than this stays: its letter may not be on disk yet. */
    static final Duration REST = Duration.ofDays(7);

    private static final List<String> KEPT = List.of("drafts", "sent", "deleted/drafts", "deleted/sent");
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path data;

    /**
     * Knows the files under a folder.
     *
     * @param data the folder that the drafts are kept under, too
     */
    public PastedFolder(Path data) {
        this.data = data;
    }

    /**
     * Deletes what has been there for a week and what no letter kept here names: no draft, no deleted one that can come
     * back, and none that was sent. Where that cannot be made sure, nothing is deleted.
     *
     * @param now the time
     * @throws IOException when something cannot be read or deleted
     */
    public void sweep(Instant now) throws IOException {
        Set<Path> orphans = new HashSet<>();
        for (Path folder : children(data.resolve("pasted"))) {
            if (OURS.matcher(folder.getFileName().toString()).matches() && isOld(folder, now.minus(REST))) {
                orphans.add(folder);
            }
        }
        for (String kept : KEPT) {
            for (Path letter : orphans.isEmpty() ? List.<Path>of() : children(data.resolve(kept))) {
                for (Path file : children(letter)) {
                    spare(orphans, file);
                }
            }
        }
        for (Path orphan : orphans) {
            Shelf.remove(orphan);
        }
    }

    /** What is no folder has no children, and neither has what leads elsewhere. */
    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static boolean isOld(Path folder, Instant limit) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (!Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(limit)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A name is looked for as it stands, so that a file which cannot be read as JSON, or is set aside, counts too. */
    private static void spare(Set<Path> orphans, Path file) throws IOException {
        if (file.getFileName().toString().contains(".json")) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            orphans.removeIf(orphan -> text.contains(orphan.getFileName().toString()));
        }
    }
}
