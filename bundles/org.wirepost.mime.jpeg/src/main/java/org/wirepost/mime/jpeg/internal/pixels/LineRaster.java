// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.awt.Point;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A raster that stores nothing: it hands each line on as the decoder delivers it. With it a photo of any size can be
 * decoded in the memory of one line.
 */
final class LineRaster extends WritableRaster {

    /** Takes decoded lines. */
    @FunctionalInterface
    interface Lines {
        /** Takes the line with this number; the array is used again. */
        void line(byte[] line, int y);
    }

    private final Lines lines;
    private final byte[] data;
    private final int bands;

    LineRaster(int width, int height, int bands, Lines lines) {
        super(new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, bands, width * bands,
                bands == 1 ? new int[] {0} : new int[] {0, 1, 2}), new DataBufferByte(1), new Point());
        this.bands = bands;
        this.data = new byte[width * bands];
        this.lines = lines;
    }

    /** Takes one or more whole lines. */
    @Override
    public void setRect(int dx, int dy, Raster source) {
        if (source.getWidth() * bands != data.length) {
            throw new IllegalStateException("the decoder delivers parts of lines");
        }
        for (int y = 0; y < source.getHeight(); y++) {
            source.getDataElements(source.getMinX(), source.getMinY() + y, source.getWidth(), 1, data);
            lines.line(data, dy + y);
        }
    }
}
