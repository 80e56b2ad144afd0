// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The directories of an EXIF segment, read without trusting any offset in it. */
public final class Exif {

    private static final int MOST_DIRECTORIES = 8;
    private static final int MOST_ENTRIES = 1000;

    private final Tiff tiff;
    private final Set<Long> seen = new HashSet<>();
    private final List<Directory> chain = new ArrayList<>();
    private Optional<Directory> exif = Optional.empty();
    private Optional<Directory> gps = Optional.empty();
    private Optional<Directory> interoperability = Optional.empty();
    private boolean looped;
    private boolean damaged;

    private Exif(Tiff tiff) {
        this.tiff = tiff;
    }

    /** Reads a TIFF structure; nothing if the bytes do not begin as one. The array is not copied. */
    public static Optional<Exif> read(byte[] bytes) {
        return Tiff.of(bytes).map(tiff -> {
            Exif exif = new Exif(tiff);
            exif.readAll();
            return exif;
        });
    }

    private void readAll() {
        long next = tiff.first();
        while (next != 0 && chain.size() < MOST_DIRECTORIES) {
            Optional<Directory> directory = directory(next);
            if (directory.isEmpty()) {
                break;
            }
            chain.add(directory.get());
            // A structure that ends right behind its last directory has no room for the pointer.
            next = tiff.u32(directory.get().nextPointer());
        }
        if (!chain.isEmpty()) {
            exif = pointed(chain.get(0), Tags.EXIF);
            gps = pointed(chain.get(0), Tags.GPS);
            interoperability = exif.flatMap(directory -> pointed(directory, Tags.INTEROPERABILITY));
        }
    }

    private Optional<Directory> pointed(Directory from, int tag) {
        return from.number(tag).isPresent() ? directory(from.number(tag).getAsLong()) : Optional.empty();
    }

    private Optional<Directory> directory(long at) {
        if (!tiff.has(at, 2) || at < 8) {
            damaged = true;
            return Optional.empty();
        }
        if (!seen.add(at)) {
            looped = true;
            return Optional.empty();
        }
        int count = tiff.u16(at);
        int room = (int) Math.min((tiff.length() - at - 2) / Entry.SIZE, MOST_ENTRIES);
        damaged |= count > room;
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(count, room); i++) {
            entry((int) at + 2 + Entry.SIZE * i).ifPresent(entries::add);
        }
        return Optional.of(new Directory(tiff, (int) at, List.copyOf(entries), Math.min(count, room)));
    }

    private Optional<Entry> entry(int at) {
        int type = tiff.u16(at + 2);
        long count = tiff.u32(at + 4);
        long length = count * Entry.size(type);
        Entry entry = new Entry(tiff.u16(at), type, count, at, length > 4 ? tiff.u32(at + 8) : at + 8);
        if (Entry.size(type) == 0 || !tiff.has(entry.value(), length)) {
            damaged = true;
            return Optional.empty();
        }
        return Optional.of(entry);
    }

    /** The structure itself. */
    public Tiff tiff() {
        return tiff;
    }

    /** The main directory. */
    public Optional<Directory> main() {
        return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(0));
    }

    /** The directories that follow one another: the main one, that of the thumbnail, and what should not be there. */
    List<Directory> chain() {
        return List.copyOf(chain);
    }

    /** The directory of camera settings. */
    public Optional<Directory> exif() {
        return exif;
    }

    /** The directory of the place. */
    public Optional<Directory> gps() {
        return gps;
    }

    /** The directory of interoperability. */
    Optional<Directory> interoperability() {
        return interoperability;
    }

    /** Whether directories point at each other in a circle. */
    public boolean looped() {
        return looped;
    }

    /** Whether something points out of the structure or makes no sense. */
    public boolean damaged() {
        return damaged;
    }

    /** Whether everything in it could be read. */
    boolean sound() {
        return !looped && !damaged && !chain.isEmpty();
    }

    /** The embedded thumbnail as a JPEG file. */
    public Optional<byte[]> thumbnail() {
        if (chain.size() < 2) {
            return Optional.empty();
        }
        Directory second = chain.get(1);
        if (second.number(Tags.THUMBNAIL_OFFSET).isEmpty() || second.number(Tags.THUMBNAIL_LENGTH).isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = tiff.range(second.number(Tags.THUMBNAIL_OFFSET).getAsLong(),
                second.number(Tags.THUMBNAIL_LENGTH).getAsLong());
        boolean jpeg = bytes.length > 4 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
        return jpeg ? Optional.of(bytes) : Optional.empty();
    }

    /** The orientation as it stands there, valid or not. */
    public Optional<Integer> orientation() {
        return main().flatMap(directory -> directory.number(Tags.ORIENTATION).isPresent()
                ? Optional.of((int) Math.min(directory.number(Tags.ORIENTATION).getAsLong(), Short.MAX_VALUE))
                : Optional.empty());
    }
}
