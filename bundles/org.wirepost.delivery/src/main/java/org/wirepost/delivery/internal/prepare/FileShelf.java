// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wirepost.delivery.AttachmentNote;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Finding;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Prepared;
import org.wirepost.mime.attachment.Report;
import org.wirepost.mime.attachment.Watch;

/**
 * Has files inspected and prepared, and keeps some that nobody uses just now: a file that goes with many orders is
 * looked at once, as long as its length, time of change and identity and the handlers stay the same.
 */
public final class FileShelf implements AutoCloseable {

    /** How many files are kept without being in use. */
    private static final int KEPT = 32;

    private final Attachments attachments;

    /** Least recently used first; guarded by itself. A file is prepared under its own lock, never under this one. */
    private final Map<Key, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** Makes an empty shelf. */
    public FileShelf(Attachments attachments) {
        this.attachments = attachments;
    }

    /** By what a file with its options is told from others. */
    private record Key(Object identity, long length, FileTime changed, Object fileKey, Map<String, String> own,
            Map<String, String> shared, long handlers) {

        /** Spelled out, because what a record gets for this takes long to set up in a process that has just started. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && length == key.length && handlers == key.handlers
                    && identity.equals(key.identity) && Objects.equals(changed, key.changed)
                    && Objects.equals(fileKey, key.fileKey) && own.equals(key.own) && shared.equals(key.shared);
        }

        @Override
        public int hashCode() {
            return Objects.hash(identity, length, changed);
        }

        static Key of(DraftAttachment wanted, Map<String, String> shared, long handlers) throws IOException {
            Source source = wanted.source();
            long length = source.length();
            Optional<Path> file = source.file();
            if (file.isEmpty()) {
                return new Key(source, length, null, null, wanted.options(), shared, handlers);
            }
            BasicFileAttributes now = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return new Key(file.get(), length, now.lastModifiedTime(), now.fileKey(), wanted.options(), shared,
                    handlers);
        }
    }

    private static final class Place {
        private int users;
        private Prepared content;
        private AttachmentNote note;
        private Map<String, String> taken;
    }

    /**
     * Takes a file for one order.
     *
     * @param wanted the file and its own options
     * @param shared options for all files, of which it takes those it knows
     * @throws IOException when it cannot be read
     * @throws org.wirepost.mime.attachment.OptionException when it does not know one of its own options
     */
    PreparedFile take(DraftAttachment wanted, Map<String, String> shared, Watch watch) throws IOException {
        Key key = Key.of(wanted, shared, attachments.state());
        Place place;
        synchronized (places) {
            place = places.computeIfAbsent(key, unused -> new Place());
            place.users++;
        }
        boolean ready = false;
        try {
            synchronized (place) {
                if (place.content == null) {
                    fill(place, wanted.source(), wanted.options(), shared, watch);
                }
            }
            ready = true;
        } finally {
            if (!ready) {
                release(key, place);
            }
        }
        return new PreparedFile(place.note, place.content.source(), place.taken, () -> release(key, place));
    }

    private void fill(Place place, Source source, Map<String, String> own, Map<String, String> shared, Watch watch)
            throws IOException {
        Inspection inspection = attachments.inspect(source, watch);
        Map<String, String> taken = new LinkedHashMap<>(inspection.pick(shared));
        taken.putAll(own);
        Prepared prepared = attachments.prepare(inspection, taken, watch);
        // What was found in a file that has been changed need not be true of what goes out.
        Report report = prepared.changes().isEmpty() ? inspection.report()
                : attachments.inspect(prepared.source(), watch).report();
        List<Finding> findings = new ArrayList<>(report.findings());
        findings.addAll(prepared.findings());
        place.note = new AttachmentNote(prepared.name(), prepared.type(), inspection.owner(), prepared.length(), false,
                report.facts(), findings, prepared.changes());
        place.taken = Map.copyOf(taken);
        place.content = prepared;
    }

    private void release(Key key, Place place) {
        List<Place> leaving = new ArrayList<>();
        synchronized (places) {
            place.users--;
            if (place.users == 0 && (closed || place.content == null)) {
                places.remove(key, place);
                leaving.add(place);
            }
            evict(leaving);
        }
        leaving.forEach(FileShelf::discard);
    }

    private void evict(List<Place> leaving) {
        long idle = places.values().stream().filter(place -> place.users == 0).count();
        Iterator<Place> oldest = places.values().iterator();
        while (idle > KEPT && oldest.hasNext()) {
            Place place = oldest.next();
            if (place.users == 0) {
                oldest.remove();
                leaving.add(place);
                idle--;
            }
        }
    }

    /** Gives up what is not in use, and the rest when it is released. */
    @Override
    public void close() {
        List<Place> leaving = new ArrayList<>();
        synchronized (places) {
            closed = true;
            places.values().removeIf(place -> place.users == 0 && leaving.add(place));
        }
        leaving.forEach(FileShelf::discard);
    }

    /** What cannot be deleted is left to the system's cleaning of temporary folders; the order is not affected. */
    private static void discard(Place place) {
        if (place.content != null) {
            try {
                place.content.close();
            } catch (IOException e) {
                System.getLogger(FileShelf.class.getName()).log(System.Logger.Level.WARNING,
                        "Temporary files of " + place.note.name() + " could not be removed", e);
            }
        }
    }
}
