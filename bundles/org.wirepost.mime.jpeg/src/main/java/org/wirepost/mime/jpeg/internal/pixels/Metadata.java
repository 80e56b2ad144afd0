// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.IOException;
import java.io.OutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Splice;
import org.wirepost.mime.jpeg.internal.exif.Exif;
import org.wirepost.mime.jpeg.internal.exif.ExifEditor;
import org.wirepost.mime.jpeg.internal.meta.Trailer;
import org.wirepost.mime.jpeg.internal.meta.Xmp;
import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.strip.Changes;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Part;
import org.wirepost.mime.jpeg.internal.strip.Strip;

/**
 * What goes along into the new file: colour profile always, camera data, XMP, IPTC and comment as far as they are
 * wanted and still true. The orientation is now upright, the embedded thumbnail and what lies behind the picture are
 * gone.
 */
final class Metadata {

    private final Outline outline;
    private final Strip strip;
    private final Source source;

    Metadata(Source source, Outline outline, Strip strip) {
        this.source = source;
        this.outline = outline;
        this.strip = strip;
    }

    /**
     * The segments to be put behind the JFIF header of a picture of this size.
     *
     * @param changes takes what is left out
     */
    Splice segments(Size size, Changes changes) throws IOException {
        Splice.Builder splice = Splice.of(source);
        boolean first = true;
        for (Part part : outline.parts()) {
            switch (part.kind()) {
                case ICC -> splice.keep(part.offset(), part.size());
                case EXIF -> {
                    exif(part, size, first, splice, changes);
                    first = false;
                }
                case XMP -> xmp(part, splice, changes);
                case PHOTOSHOP -> keepUnless(strip != Strip.NONE, part, "IPTC and Photoshop data", splice, changes);
                case COMMENT -> keepUnless(strip == Strip.ALL, part, "a comment", splice, changes);
                case XMP_EXTENSION -> changes.removed("XMP data", part.size());
                case MPF -> changes.removed("the index of further pictures", part.size());
                case JUMBF -> changes.removed("content credentials", part.size());
                case OTHER_APPLICATION -> changes.removed("data of unknown programs", part.size());
                default -> { }
            }
        }
        long rest = source.length() - outline.ending().offset();
        if (rest > 0) {
            changes.removed("what follows the picture, " + Trailer.words(outline.ending().rest()) + ",", rest);
        }
        return splice.build();
    }

    private void exif(Part part, Size size, boolean first, Splice.Builder splice, Changes changes) {
        Optional<Exif> exif = first ? outline.exif() : Optional.empty();
        if (strip == Strip.LOCATION && exif.isPresent()) {
            changes.add(ExifEditor.cleared(exif.get()));
            exif = ExifEditor.withoutLocation(exif.get()).flatMap(Exif::read);
        }
        if (strip == Strip.ALL || exif.isEmpty()) {
            changes.removed("camera data (EXIF)", part.size());
            return;
        }
        splice.put(ExifEditor.segment(ExifEditor.resized(exif.get(), size.width(), size.height())));
    }

    private void xmp(Part part, Splice.Builder splice, Changes changes) {
        if (strip == Strip.ALL || strip == Strip.LOCATION && part.telling() || part.data().length == 0) {
            changes.removed("XMP data", part.size());
            return;
        }
        splice.keep(part.offset(), part.size() - part.data().length);
        splice.put(new Xmp(new String(part.data(), StandardCharsets.ISO_8859_1)).upright());
    }

    private void keepUnless(boolean unwanted, Part part, String what, Splice.Builder splice,
            Changes changes) {
        if (unwanted) {
            changes.removed(what, part.size());
        } else {
            splice.keep(part.offset(), part.size());
        }
    }

    /** Copies an encoded picture and puts the segments behind its start and JFIF header. */
    static void insert(InputStream encoded, Source segments, OutputStream out) throws IOException {
        byte[] head = encoded.readNBytes(6);
        out.write(head);
        int rest = ((head[4] & 0xFF) << 8 | head[5] & 0xFF) - 2;
        out.write(encoded.readNBytes(rest));
        try (InputStream in = segments.open()) {
            in.transferTo(out);
        }
        encoded.transferTo(out);
    }
}
