// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;
import org.wirepost.mime.jpeg.internal.parse.Frame;
import org.wirepost.mime.jpeg.internal.parse.Orientation;
import org.wirepost.mime.jpeg.internal.strip.Outline;

/** Decodes a picture into a bitmap of another size that stands upright. */
final class Decoder {

    private static final int PROGRESS_LINES = 100;
    private static final double DECODING_SHARE = 0.8;

    private Decoder() {
    }

    /**
     * Decodes and scales in one go.
     *
     * @param orientation how the picture is to be turned
     * @param target the size of the result before it is turned
     * @throws PictureException if the decoder cannot read the picture
     * @throws IOException if the source cannot be read
     */
    static Bitmap decode(Source source, Outline outline, Orientation orientation, Size target, Call call)
            throws IOException {
        Frame frame = outline.frame().orElseThrow();
        Size upright = orientation.swaps() ? target.swapped() : target;
        int bands = frame.components().size();
        Bitmap bitmap = new Bitmap(upright.width(), upright.height(), bands);
        Resampler resampler = new Resampler(frame.width(), frame.height(), target.width(), target.height(), bands,
                (y, row) -> bitmap.setRow(row, y, orientation, target.width(), target.height()));
        Lines lines = new Lines(resampler, frame.height(), outline.scans(), call);
        read(Bare.of(source, outline), new LineRaster(frame.width(), frame.height(), bands, lines), call);
        if (resampler.lines() != frame.height()) {
            throw new PictureException("the decoder gave " + resampler.lines() + " of " + frame.height() + " lines");
        }
        return bitmap;
    }

    /** Takes decoded lines; of several passes, which refine one another, only the last. */
    private static final class Lines implements LineRaster.Lines {

        private final Resampler resampler;
        private final int height;
        private final int passes;
        private final Call call;
        private int pass;

        Lines(Resampler resampler, int height, int passes, Call call) {
            this.resampler = resampler;
            this.height = height;
            this.passes = passes;
            this.call = call;
        }

        @Override
        public void line(byte[] line, int y) {
            if (y == 0) {
                pass++;
                resampler.restart();
            }
            if (y % PROGRESS_LINES == 0) {
                call.progress(DECODING_SHARE * (pass - 1 + (double) y / height) / passes);
            }
            if (pass < passes) {
                return;
            }
            if (y != resampler.lines()) {
                throw new IllegalStateException("the decoder delivers lines out of order");
            }
            resampler.line(line, 0);
        }
    }

    private static void read(Source bare, LineRaster raster, Call call) throws IOException {
        ColorSpace space = ColorSpace.getInstance(raster.getNumBands() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        BufferedImage image = new BufferedImage(new ComponentColorModel(space, false, false, Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE), raster, false, null);
        ImageReader reader = reader();
        try (SourceInput input = new SourceInput(bare, call)) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestination(image);
            reader.read(0, param);
        } catch (IIOException | RuntimeException e) {
            if (call.cancelled()) {
                throw new IOException("cancelled", e);
            }
            throw new PictureException(String.valueOf(e.getMessage()), e);
        } finally {
            reader.dispose();
        }
    }

    /** The JDK's own reader where there is a choice: others may not deliver lines in their order. */
    private static ImageReader reader() throws IOException {
        ImageReader first = null;
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
                return reader;
            }
            first = first == null ? reader : first;
        }
        if (first == null) {
            throw new PictureException("this Java has no JPEG decoder");
        }
        return first;
    }
}
