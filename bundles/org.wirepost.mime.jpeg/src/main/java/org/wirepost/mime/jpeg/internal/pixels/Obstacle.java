// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.util.Optional;

import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Marker;
import org.wirepost.mime.jpeg.internal.strip.Outline;
import org.wirepost.mime.jpeg.internal.strip.Part;

/** Says before anything is decoded why a picture should not be. */
final class Obstacle {

    /** Memory a decoder may take for coefficients: outside the heap, where nothing else bounds it. */
    private static final long MOST_COEFFICIENTS = 1L << 29;
    private static final int BYTES_PER_BLOCK = 128;
    private static final int BITS_PER_BYTE = 8;

    private Obstacle() {
    }

    /** Why the picture cannot be decoded, as the end of a sentence. */
    static Optional<String> to(Outline outline) {
        if (outline.frame().isEmpty() || outline.frame().get().height() == 0) {
            return Optional.of("its size cannot be read");
        }
        Frame frame = outline.frame().get();
        if (frame.lossless() || frame.differential()) {
            return Optional.of("it is coded " + frame.coding());
        }
        if (frame.bits() != 8) {
            return Optional.of("it has " + frame.bits() + " bits per sample");
        }
        int bands = frame.components().size();
        if (bands != 1 && bands != 3) {
            return Optional.of(bands == 4 ? "it is in print colours (CMYK)" : "it has " + bands + " colour channels");
        }
        long coded = outline.parts().stream().filter(part -> part.marker() == Marker.SOS).mapToLong(Part::size).sum();
        if (!frame.arithmetic() && coded * BITS_PER_BYTE < frame.blocks()) {
            return Optional.of("it claims more pixels than its bytes can hold");
        }
        if (outline.scans() != 1 && frame.blocks() * BYTES_PER_BLOCK > MOST_COEFFICIENTS) {
            return Optional.of("decoding it takes too much memory");
        }
        return Optional.empty();
    }
}
