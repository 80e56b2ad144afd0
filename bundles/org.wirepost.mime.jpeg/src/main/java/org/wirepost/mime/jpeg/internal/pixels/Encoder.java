// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;

/** Encodes a bitmap as a baseline JPEG with a JFIF header. */
final class Encoder {

    private Encoder() {
    }

    /**
     * Writes a file, replacing it.
     *
     * @param quality 1 to 100
     * @return its length
     */
    static long encode(Bitmap bitmap, int quality, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            JPEGImageWriteParam param = new JPEGImageWriteParam(Locale.ROOT);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            param.setOptimizeHuffmanTables(true);
            writer.write(null, new IIOImage(image(bitmap), null, null), param);
        } finally {
            writer.dispose();
        }
        return Files.size(file);
    }

    private static BufferedImage image(Bitmap bitmap) {
        int bands = bitmap.bands();
        ColorSpace space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        return new BufferedImage(
                new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE),
                Raster.createInterleavedRaster(new DataBufferByte(bitmap.data(), bitmap.data().length),
                        bitmap.width(), bitmap.height(), bitmap.width() * bands, bands,
                        bands == 1 ? new int[] {0} : new int[] {0, 1, 2}, null),
                false, null);
    }
}
