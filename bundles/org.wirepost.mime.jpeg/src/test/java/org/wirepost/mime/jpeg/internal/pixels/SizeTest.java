// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.api.Test;

class SizeTest {

    @Test
    void neverHasMorePixelsThanAllowedAndKeepsItsShape() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            Size size = new Size(100 + random.nextInt(9_000), 100 + random.nextInt(9_000));
            long most = 10_000 + random.nextInt(10_000_000);
            Size smaller = size.withPixels(most);
            assertThat(smaller.pixels()).isLessThanOrEqualTo(Math.min(most, size.pixels()));
            assertThat((double) smaller.width() * size.height() / smaller.height() / size.width()).isBetween(0.7, 1.4);
        }
    }

    @Test
    void keepsAtLeastOnePixel() {
        assertThat(new Size(60_000, 1).within(10)).isEqualTo(new Size(10, 1));
        assertThat(new Size(60_000, 2).withPixels(1)).isEqualTo(new Size(1, 1));
        assertThat(new Size(2, 60_000).withPixels(100)).isEqualTo(new Size(1, 100));
    }

    @Test
    void isBoundedByItsLongerEdge() {
        assertThat(new Size(4032, 3024).within(1600)).isEqualTo(new Size(1600, 1200));
        assertThat(new Size(3024, 4032).within(1600)).isEqualTo(new Size(1200, 1600));
        assertThat(new Size(10, 5).within(10)).isEqualTo(new Size(10, 5));
    }
}
