// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** Makes a picture of a window small: with the 256 colours that are most frequent in it; few look different. */
final class FewColours {

    private static final int MOST = 256;
    /** So many are kept exactly; the others stand for all that are much alike, as in photos. */
    private static final int EXACT = 144;

    private FewColours() {
    }

    static ImageData of(ImageData picture) {
        int[][] pixels = new int[picture.height][picture.width];
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.height; y++) {
            picture.getPixels(0, y, picture.width, pixels[y], 0);
            IntStream.of(pixels[y]).forEach(pixel -> counts.merge(pixel, 1, Integer::sum));
        }
        List<RGB> kept = kept(counts, picture.palette);
        ImageData few = new ImageData(picture.width, picture.height, 8, new PaletteData(kept.toArray(RGB[]::new)));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                few.setPixel(x, y, nearest.computeIfAbsent(pixels[y][x],
                        pixel -> nearest(kept, picture.palette.getRGB(pixel))));
            }
        }
        return few;
    }

    private static List<RGB> kept(Map<Integer, Integer> counts, PaletteData palette) {
        List<Integer> sorted = counts.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey).toList();
        List<RGB> kept = new ArrayList<>(sorted.stream().limit(EXACT).map(palette::getRGB).toList());
        Map<Integer, RGB> first = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int pixel : sorted.subList(kept.size(), sorted.size())) {
            RGB colour = palette.getRGB(pixel);
            int alike = (colour.red >> 5) << 6 | (colour.green >> 5) << 3 | colour.blue >> 5;
            first.putIfAbsent(alike, colour);
            sizes.merge(alike, counts.get(pixel), Integer::sum);
        }
        sizes.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST - kept.size()).forEach(entry -> kept.add(first.get(entry.getKey())));
        return kept;
    }

    private static int nearest(List<RGB> kept, RGB wanted) {
        return IntStream.range(0, kept.size()).boxed()
                .min(Comparator.comparingInt(index -> distance(kept.get(index), wanted))).orElseThrow();
    }

    private static int distance(RGB one, RGB other) {
        int red = one.red - other.red;
        int green = one.green - other.green;
        int blue = one.blue - other.blue;
        return 2 * red * red + 4 * green * green + blue * blue;
    }
}
