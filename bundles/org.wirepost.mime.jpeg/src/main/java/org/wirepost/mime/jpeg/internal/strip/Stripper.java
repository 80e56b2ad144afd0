// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.strip;

import java.util.Arrays;
import java.util.Optional;

import org.wirepost.mime.attachment.Splice;
import org.wirepost.mime.jpeg.internal.exif.Exif;
import org.wirepost.mime.jpeg.internal.exif.ExifEditor;
import org.wirepost.mime.jpeg.internal.exif.Tiff;
import org.wirepost.mime.jpeg.internal.meta.Trailer;
import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.Orientation;

/** Takes metadata out of a file; the picture itself is copied bit by bit. */
public final class Stripper {

    private static final int JFIF_SIZE = 18;

    private final Outline outline;
    private final Strip strip;
    private final Splice.Builder splice;
    private final Changes changes;
    private boolean exifDone;

    private Stripper(Outline outline, Strip strip, Splice.Builder splice, Changes changes) {
        this.outline = outline;
        this.strip = strip;
        this.splice = splice;
        this.changes = changes;
    }

    /**
     * Appends the file without what is to go.
     *
     * @param length length of the file
     * @param changes takes what was done
     */
    public static void strip(Outline outline, Strip strip, long length, Splice.Builder splice, Changes changes) {
        new Stripper(outline, strip, splice, changes).strip(length);
    }

    private void strip(long length) {
        outline.parts().forEach(this::part);
        if (outline.stray() > 0) {
            changes.removed("bytes that belong to nothing", outline.stray());
        }
        long rest = length - outline.ending().offset();
        if (rest > 0) {
            changes.removed("what follows the picture, " + Trailer.words(outline.ending().rest()) + ",", rest);
        }
    }

    private void part(Part part) {
        boolean all = strip == Strip.ALL;
        switch (part.kind()) {
            case CODING, ADOBE, ICC -> keep(part);
            case JFIF -> jfif(part, all);
            case EXIF -> exif(part, all);
            case JFXX -> keepUnless(all, part, "a thumbnail");
            case COMMENT -> keepUnless(all, part, "a comment");
            case XMP -> keepUnless(all || part.telling(), part, "XMP data");
            case PHOTOSHOP -> keepUnless(all || part.telling() || isOneOfMany(), part, "IPTC and Photoshop data");
            case XMP_EXTENSION -> drop(part, "XMP data");
            case MPF -> drop(part, "the index of further pictures");
            case JUMBF -> drop(part, "content credentials");
            case OTHER_APPLICATION -> drop(part, "data of unknown programs");
        }
    }

    /** Resources may be cut anywhere into several segments; then a single one says nothing. */
    private boolean isOneOfMany() {
        return outline.parts().stream().filter(part -> part.kind() == Kind.PHOTOSHOP).count() > 1;
    }

    private void keep(Part part) {
        splice.keep(part.offset(), part.size());
    }

    private void drop(Part part, String what) {
        changes.removed(what, part.size());
    }

    private void keepUnless(boolean unwanted, Part part, String what) {
        if (unwanted) {
            drop(part, what);
        } else {
            keep(part);
        }
    }

    private void jfif(Part part, boolean all) {
        byte[] data = part.data();
        if (!all || part.size() <= JFIF_SIZE || data.length < JFIF_SIZE - 4) {
            keep(part);
            return;
        }
        byte[] head = {(byte) 0xFF, (byte) 0xE0, 0, JFIF_SIZE - 2};
        byte[] bare = Arrays.copyOf(head, JFIF_SIZE);
        System.arraycopy(data, 0, bare, head.length, 12);
        splice.put(bare);
        changes.removed("a thumbnail", part.size() - JFIF_SIZE);
    }

    private void exif(Part part, boolean all) {
        Optional<Exif> exif = all || exifDone ? Optional.empty() : outline.exif();
        Optional<byte[]> edited = exif.flatMap(ExifEditor::withoutLocation);
        if (isOrientationAlone(part)) {
            keep(part);
        } else if (exifDone || all || edited.isEmpty()) {
            drop(part, all || exifDone ? "camera data (EXIF)" : "damaged camera data (EXIF)");
            orientation();
        } else if (Arrays.equals(edited.get(), exif.get().tiff().range(0, exif.get().tiff().length()))) {
            keep(part);
        } else {
            splice.put(ExifEditor.segment(edited.get()));
            changes.add(ExifEditor.cleared(exif.get()));
        }
        exifDone = true;
    }

    /** Whether these are the camera data this class itself leaves. */
    private boolean isOrientationAlone(Part part) {
        Orientation orientation = outline.orientation();
        byte[] alone = ExifEditor.orientationOnly(orientation.value());
        if (exifDone || part.size() != alone.length || orientation.equals(Orientation.UPRIGHT)) {
            return false;
        }
        Tiff tiff = outline.exif().orElseThrow().tiff();
        return Arrays.equals(ExifEditor.segment(tiff.range(0, tiff.length())), alone);
    }

    /** Puts the orientation alone in place of the first camera data. */
    private void orientation() {
        int value = outline.orientation().value();
        if (!exifDone && value != Orientation.UPRIGHT.value()) {
            splice.put(ExifEditor.orientationOnly(value));
            changes.add("orientation kept");
        }
    }
}
