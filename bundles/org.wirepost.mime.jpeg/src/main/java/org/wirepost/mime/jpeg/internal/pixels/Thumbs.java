// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.IOException;
import java.util.Optional;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.jpeg.internal.exif.Exif;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.strip.Outline;

/** Draws small pictures: from the thumbnail the camera has embedded where it is good enough, else from the photo. */
public final class Thumbs {

    /** An embedded thumbnail may be so much smaller than asked for. */
    private static final double ENOUGH = 0.75;
    /** By so much may its shape differ; others have black bars. */
    private static final double SAME_SHAPE = 0.03;

    private Thumbs() {
    }

    /** A picture with at most this edge, upright. */
    public static Optional<Pixels> draw(Source source, int edge, Call call) throws IOException {
        Outline outline = Outline.read(source, call);
        if (Obstacle.to(outline).isPresent()) {
            return Optional.empty();
        }
        Optional<Pixels> embedded = embedded(source.name(), outline, edge, call);
        return embedded.isPresent() ? embedded : draw(source, outline, outline, edge, call);
    }

    private static Optional<Pixels> embedded(String name, Outline outline, int edge, Call call) throws IOException {
        Optional<byte[]> bytes = outline.exif().flatMap(Exif::thumbnail);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        Source small = Source.of(name, bytes.get());
        Outline inner = Outline.read(small, call);
        if (Obstacle.to(inner).isPresent() || !isGoodEnough(inner.frame().orElseThrow(),
                outline.frame().orElseThrow(), edge)) {
            return Optional.empty();
        }
        return draw(small, inner, outline, edge, call);
    }

    private static boolean isGoodEnough(Frame small, Frame large, int edge) {
        double shape = (double) small.width() / small.height() / ((double) large.width() / large.height());
        return Math.max(small.width(), small.height()) >= edge * ENOUGH && Math.abs(shape - 1) < SAME_SHAPE;
    }

    private static Optional<Pixels> draw(Source source, Outline outline, Outline turned, int edge, Call call)
            throws IOException {
        Frame frame = outline.frame().orElseThrow();
        Size target = new Size(frame.width(), frame.height()).within(edge);
        try {
            Bitmap bitmap = Decoder.decode(source, outline, turned.orientation(), target, call);
            return Optional.of(new Pixels(bitmap.width(), bitmap.height(), bitmap.argb()));
        } catch (PictureException | OutOfMemoryError | LinkageError e) {
            return Optional.empty();
        }
    }
}
