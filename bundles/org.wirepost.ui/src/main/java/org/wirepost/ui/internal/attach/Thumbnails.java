// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.wirepost.mime.attachment.Inspection;
import org.wirepost.mime.attachment.Pixels;
import org.wirepost.mime.attachment.Watch;

/** Small pictures of images that no handler draws: PNG, GIF, BMP. Rows are skipped while reading. */
final class Thumbnails {

    private static final Set<String> TYPES = Set.of("image/png", "image/gif", "image/bmp", "image/x-ms-bmp");
    /** Beyond this, decoding takes seconds. */
    private static final long MOST_PIXELS = 50_000_000;
    /** Whole rows are held in memory. */
    private static final int LONGEST_EDGE = 32_000;
    private static final long MOST_OCTETS = 64L << 20;

    private Thumbnails() {
    }

    /** Draws the file if it can; what is broken or too large has no picture. */
    static Optional<Pixels> draw(Inspection inspection, int edge, Watch watch) throws IOException {
        if (!TYPES.contains(inspection.report().type()) || inspection.source().length() > MOST_OCTETS
                || watch.cancelled()) {
            return Optional.empty();
        }
        // Pieces of the file are kept in memory only as far as the decoder goes back.
        try (InputStream in = inspection.source().open();
                ImageInputStream octets = new MemoryCacheImageInputStream(in)) {
            return draw(octets, edge);
        } catch (IOException | RuntimeException e) {
            // Decoders throw what they like at damaged files; the findings are the handler's to tell.
            return Optional.empty();
        }
    }

    private static Optional<Pixels> draw(ImageInputStream octets, int edge) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(octets);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(octets, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_EDGE || (long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            int step = Math.max(1, (Math.max(width, height) + edge - 1) / edge);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return Optional.of(new Pixels(image.getWidth(), image.getHeight(), argb));
        } finally {
            reader.dispose();
        }
    }
}
