// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.IOException;
import java.nio.file.Path;

import org.wirepost.mime.attachment.Call;

/** Finds the best quality, and if need be the size, at which a picture fits into a number of bytes. */
final class Shrinker {

    /** Below this quality a smaller picture looks better than a coarser one. */
    private static final int LEAST_QUALITY = 60;
    private static final int LEAST_EDGE = 16;

    private final Path file;
    private final Call call;
    private Bitmap bitmap;
    private int quality;
    private long length;

    Shrinker(Bitmap bitmap, Path file, Call call) {
        this.bitmap = bitmap;
        this.file = file;
        this.call = call;
    }

    /**
     * Encodes the picture into the file.
     *
     * @param wanted the quality to begin with
     * @param most bytes of the file, or a number below 1 if there is no bound
     * @return whether it fits
     */
    boolean fit(int wanted, boolean bounded, long most) throws IOException {
        if (!bounded) {
            encode(wanted);
            return true;
        }
        while (true) {
            if (encode(wanted) <= most) {
                return true;
            }
            int least = Math.min(wanted, LEAST_QUALITY);
            long coarse = encode(least);
            if (coarse <= most) {
                refine(least, wanted, most);
                return true;
            }
            Size size = new Size(bitmap.width(), bitmap.height());
            if (size.edge() <= LEAST_EDGE) {
                return false;
            }
            double factor = Math.sqrt(0.95 * Math.max(1, most) / coarse);
            Size smaller = size.scaled(Math.max(0.25, Math.min(0.95, factor)));
            bitmap = bitmap.scaled(smaller.width(), smaller.height());
        }
    }

    /** Looks for the highest quality that fits, between one that does and one that does not. */
    private void refine(int fits, int tooMuch, long most) throws IOException {
        int low = fits;
        int high = tooMuch;
        while (high - low > 3) {
            int middle = (low + high) / 2;
            if (encode(middle) <= most) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (quality != low) {
            encode(low);
        }
    }

    private long encode(int at) throws IOException {
        if (call.cancelled()) {
            throw new IOException("cancelled");
        }
        quality = at;
        length = Encoder.encode(bitmap, at, file);
        return length;
    }

    Size size() {
        return new Size(bitmap.width(), bitmap.height());
    }

    int quality() {
        return quality;
    }

    long length() {
        return length;
    }
}
