// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.exif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes an EXIF structure without moving anything in it: entries are taken out, their values are overwritten with
 * zeros, the length stays. Offsets within notes of camera makers therefore stay right.
 */
public final class ExifEditor {

    /** What may tell the place, directly or in a form nobody but the camera's maker can read. */
    private static final Set<Integer> TELLING = Set.of(Tags.GPS, Tags.MAKER_NOTE, Tags.XMP, Tags.IPTC, Tags.PHOTOSHOP,
            Tags.SUB_DIRECTORIES, Tags.DNG_PRIVATE, Tags.PADDING);

    private final Exif exif;
    private final Tiff copy;
    private final boolean[] kept;
    private boolean entangled;

    private ExifEditor(Exif exif) {
        this.exif = exif;
        this.copy = exif.tiff().copy();
        this.kept = new boolean[copy.length()];
    }

    /**
     * The structure without the place: no GPS directory, no maker's notes, no embedded XMP and IPTC, and nothing that
     * no directory refers to. Nothing is returned if the structure is damaged, for then no one can tell what is in it.
     */
    public static Optional<byte[]> withoutLocation(Exif exif) {
        return exif.sound() ? new ExifEditor(exif).withoutLocation() : Optional.empty();
    }

    private Optional<byte[]> withoutLocation() {
        keep(0, 8);
        Directory main = exif.chain().get(0);
        Optional<Directory> second = exif.chain().stream().skip(1).limit(1).filter(this::keepThumbnail).findFirst();
        List<Directory> rest = new ArrayList<>(List.of(main));
        exif.exif().ifPresent(rest::add);
        exif.interoperability().ifPresent(rest::add);
        second.ifPresent(rest::add);
        rest.forEach(directory -> keepValues(directory, rest));
        if (entangled || exif.gps().filter(this::isKept).isPresent() || rest.stream().anyMatch(this::isKept)
                || rest.stream().flatMap(directory -> directory.entries().stream()).anyMatch(this::isTellingAndKept)) {
            return Optional.empty();
        }
        rest.forEach(directory -> rewrite(directory, directory.equals(main) ? second.map(Directory::at).orElse(0) : 0));
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                copy.bytes()[i] = 0;
            }
        }
        return Optional.of(copy.bytes());
    }

    /** Keeps the values of a directory that stand outside it, and looks whether directories lie across each other. */
    private void keepValues(Directory directory, List<Directory> all) {
        for (Directory other : all) {
            entangled |= other != directory && other.at() < directory.end() && directory.at() < other.end();
        }
        for (Entry entry : directory.entries()) {
            if (!TELLING.contains(entry.tag()) && entry.isOutside()) {
                keep(entry.value(), entry.length());
            }
        }
    }

    private boolean isKept(Directory directory) {
        return isKept(directory.at(), directory.end() - directory.at()) || exif.gps().filter(directory::equals)
                .stream().flatMap(gps -> gps.entries().stream())
                .anyMatch(entry -> entry.isOutside() && isKept(entry.value(), entry.length()));
    }

    private boolean isTellingAndKept(Entry entry) {
        return TELLING.contains(entry.tag()) && entry.isOutside() && isKept(entry.value(), entry.length());
    }

    /** What {@link #withoutLocation} takes out of a structure, in words. */
    public static String cleared(Exif exif) {
        boolean notes = exif.exif().flatMap(directory -> directory.entry(Tags.MAKER_NOTE)).isPresent();
        String more = notes ? "maker's notes, which may tell it, " : "";
        return exif.gps().isPresent() ? "location " + (notes ? "and " + more : "") + "cleared from the camera data"
                : (notes ? more : "leftovers ") + "cleared from the camera data";
    }

    /** Writes a directory anew in its place, without the telling entries. */
    private void rewrite(Directory directory, long next) {
        List<Entry> rest = directory.entries().stream().filter(entry -> !TELLING.contains(entry.tag())).toList();
        int at = directory.at();
        copy.set16(at, rest.size());
        at += 2;
        for (Entry entry : rest) {
            System.arraycopy(exif.tiff().bytes(), entry.at(), copy.bytes(), at, Entry.SIZE);
            at += Entry.SIZE;
        }
        if (copy.has(at, 4)) {
            copy.set32(at, next);
            at += 4;
        }
        keep(directory.at(), at - directory.at());
    }

    private void keep(long from, long length) {
        Arrays.fill(kept, (int) from, (int) (from + length), true);
    }

    /** Keeps the bytes of the thumbnail unless it carries metadata of its own. */
    private boolean keepThumbnail(Directory directory) {
        boolean jpeg = directory.entry(Tags.THUMBNAIL_OFFSET).isPresent();
        long offset = directory.number(jpeg ? Tags.THUMBNAIL_OFFSET : Tags.STRIP_OFFSETS).orElse(0);
        long length = directory.number(jpeg ? Tags.THUMBNAIL_LENGTH : Tags.STRIP_LENGTHS).orElse(0);
        if (offset == 0 || length == 0 || !copy.has(offset, length)) {
            return false;
        }
        String content = new String(exif.tiff().range(offset, length), StandardCharsets.ISO_8859_1);
        if (content.contains("Exif") || content.contains("adobe.com") || content.contains("8BIM")) {
            return false;
        }
        keep(offset, length);
        return true;
    }

    private boolean isKept(long from, long length) {
        for (long i = from; i < from + length; i++) {
            if (kept[(int) i]) {
                return true;
            }
        }
        return false;
    }

    /** The structure for the picture after it was turned upright and resized, without the thumbnail of the old one. */
    public static byte[] resized(Exif exif, int width, int height) {
        Tiff copy = exif.tiff().copy();
        exif.main().ifPresent(main -> {
            set(copy, main, Tags.ORIENTATION, 1);
            if (copy.has(main.nextPointer(), 4)) {
                copy.set32(main.nextPointer(), 0);
            }
        });
        exif.exif().ifPresent(directory -> {
            set(copy, directory, Tags.WIDTH, width);
            set(copy, directory, Tags.HEIGHT, height);
        });
        exif.chain().stream().skip(1).forEach(directory -> erase(copy, directory));
        return copy.bytes();
    }

    private static void set(Tiff copy, Directory directory, int tag, int value) {
        directory.entry(tag).filter(entry -> entry.count() == 1).ifPresent(entry -> {
            if (entry.type() == Entry.SHORT) {
                copy.set16((int) entry.value(), value);
            } else if (entry.type() == Entry.LONG) {
                copy.set32((int) entry.value(), value);
            }
        });
    }

    private static void erase(Tiff copy, Directory directory) {
        long offset = directory.number(Tags.THUMBNAIL_OFFSET).orElse(0);
        long length = directory.number(Tags.THUMBNAIL_LENGTH).orElse(0);
        if (copy.has(offset, length)) {
            Arrays.fill(copy.bytes(), (int) offset, (int) (offset + length), (byte) 0);
        }
    }

    /** A whole EXIF segment, marker included, that says nothing but the orientation. */
    public static byte[] orientationOnly(int orientation) {
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, Entry.SHORT, 0, 0, 0, 1, 0, (byte) orientation,
            0, 0, 0, 0, 0, 0};
        return segment(tiff);
    }

    /** A whole EXIF segment, marker included, around a structure. */
    public static byte[] segment(byte[] tiff) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(tiff.length + 10);
        int length = tiff.length + 8;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
        out.writeBytes("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(tiff);
        return out.toByteArray();
    }
}
