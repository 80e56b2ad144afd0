// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.wirepost.lab.LabStore;
import org.wirepost.lab.StoredContent;

/** Where the octets of messages go. */
public final class MessageStore {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** All messages in memory together: little enough for a small heap. */
    private static final long MOST_IN_MEMORY = Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    /** Counts the files of this process, since several servers may share a folder. */
    private static final AtomicLong FILES = new AtomicLong();

    private final LabStore settings;
    private final String stamp = STAMP.format(Instant.now());
    private final AtomicLong inMemory = new AtomicLong();
    private Optional<Path> temporary = Optional.empty();

    /** Makes the folder if it is missing. */
    public MessageStore(LabStore settings) throws IOException {
        this.settings = settings;
        if (settings.directory().isPresent()) {
            Files.createDirectories(settings.directory().get());
        }
    }

    LabStore.Mode mode() {
        return settings.mode();
    }

    /** Whether a message of this length may stay in memory; if so it is counted. */
    boolean keepInMemory(long octets) {
        if (settings.directory().isPresent()) {
            return false;
        }
        if (inMemory.addAndGet(octets) <= MOST_IN_MEMORY) {
            return true;
        }
        inMemory.addAndGet(-octets);
        return false;
    }

    /** A new, empty file that is not yet a message. */
    Path newPart() throws IOException {
        Path part = folder().resolve(stamp + "-" + ProcessHandle.current().pid() + "-" + FILES.incrementAndGet()
                + ".part");
        return Files.createFile(part);
    }

    /** The finished file under the name of its message; a name that is taken gets the next free number behind it. */
    Path finish(Path part, long number) throws IOException {
        String name = String.format(Locale.ROOT, "%s-%06d", stamp, number);
        for (int next = 1;; next++) {
            Path file = part.resolveSibling(next == 1 ? name + ".eml" : name + "-" + next + ".eml");
            if (Files.notExists(file)) {
                return Files.move(part, file);
            }
        }
    }

    private synchronized Path folder() throws IOException {
        if (settings.directory().isPresent()) {
            return settings.directory().get();
        }
        if (temporary.isEmpty()) {
            temporary = Optional.of(Files.createTempDirectory("wirepost-lab"));
        }
        return temporary.get();
    }

    /** Lets go of a message that is no longer kept; a file in a folder given by the user stays. */
    public void forget(StoredContent content) {
        if (content instanceof StoredContent.InMemory) {
            inMemory.addAndGet(-content.octets());
        } else if (content instanceof StoredContent.OnDisk onDisk && settings.directory().isEmpty()) {
            delete(onDisk.file());
        }
    }

    /** Removes the temporary folder, which by now holds nothing but what was not forgotten. */
    public synchronized void close() {
        if (temporary.isPresent()) {
            try (var left = Files.list(temporary.get())) {
                left.forEach(MessageStore::delete);
            } catch (IOException e) {
                // Left to the system, which clears its temporary folder.
            }
            delete(temporary.get());
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Likewise.
        }
    }
}
