// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.IOException;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Splice;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Kind;
import org.wirepost.mime.jpeg.internal.parse.Marker;
import org.wirepost.mime.jpeg.internal.parse.MarkerReader.End;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Part;

/**
 * A file reduced to what a decoder needs. Without metadata the decoder has nothing to stumble over, and without the
 * colour profile it leaves the colours as they are stored, so that the profile stays right for the new picture.
 */
final class Bare {

    private static final byte[] JFIF = {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0,
        0};
    private static final byte[] END = {(byte) 0xFF, (byte) Marker.EOI};

    /** Where the height ends in the data of a frame header; a second header may be shorter. */
    private static final int HEIGHT_END = 2;

    private Bare() {
    }

    static Source of(Source source, Outline outline) throws IOException {
        Splice.Builder splice = Splice.of(source);
        Frame frame = outline.frame().orElseThrow();
        for (Part part : outline.parts()) {
            if (Marker.isFrame(part.marker()) && part.data().length > HEIGHT_END) {
                splice.put(frameSegment(part, frame.height()));
            } else if (part.kind() == Kind.ADOBE || part.kind() == Kind.CODING && part.marker() != Marker.DNL) {
                splice.keep(part.offset(), part.size());
            }
            if (part.marker() == Marker.SOI && isYcc(frame, outline)) {
                splice.put(JFIF);
            }
        }
        if (outline.ending().end() != End.COMPLETE) {
            splice.put(END);
        }
        return splice.build();
    }

    /** The frame header with the height, which may have stood behind the picture. */
    private static byte[] frameSegment(Part part, int height) {
        int length = part.data().length + 2;
        byte[] bytes = new byte[length + 2];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) part.marker();
        bytes[2] = (byte) (length >> 8);
        bytes[3] = (byte) length;
        System.arraycopy(part.data(), 0, bytes, 4, part.data().length);
        bytes[5] = (byte) (height >> 8);
        bytes[6] = (byte) height;
        return bytes;
    }

    /** Decoders guess by component numbers when nothing else is said; a JFIF header settles it the way libjpeg does. */
    private static boolean isYcc(Frame frame, Outline outline) {
        boolean rgb = frame.components().size() == 3 && frame.components().get(0).id() == 'R'
                && frame.components().get(1).id() == 'G';
        return !outline.has(Kind.ADOBE) && (!rgb || outline.has(Kind.JFIF)) && frame.components().size() != 4;
    }
}
