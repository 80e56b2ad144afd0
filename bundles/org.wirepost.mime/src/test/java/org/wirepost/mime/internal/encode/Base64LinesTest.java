// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class Base64LinesTest {

    @Test
    void agreesWithTheMimeEncoderOfTheJdkForEveryLengthAroundLineAndSliceEnds() {
        byte[] octets = new byte[2 * Base64Lines.SLICE + 300];
        new SplittableRandom(1).nextBytes(octets);
        for (int length = 0; length <= octets.length; length += length < 300 ? 1 : 19) {
            byte[] content = Arrays.copyOf(octets, length);
            byte[] expected = Base64.getMimeEncoder().encode(content);
            assertThat(Base64Lines.encodedLength(length)).as("length of %d octets", length).isEqualTo(expected.length);
            assertThat(encoded(content, Math.max(1, length))).as("%d octets", length).isEqualTo(expected);
        }
    }

    @Test
    void givesTheSameInBlocksOfWholeLines() {
        byte[] octets = new byte[3 * Base64Lines.SLICE];
        new SplittableRandom(2).nextBytes(octets);
        byte[] expected = Base64.getMimeEncoder().encode(octets);
        assertThat(encoded(octets, Base64Lines.OCTETS_PER_LINE)).isEqualTo(expected);
        assertThat(encoded(octets, Base64Lines.SLICE)).isEqualTo(expected);
        assertThat(encoded(octets, Base64Lines.SLICE + Base64Lines.OCTETS_PER_LINE)).isEqualTo(expected);
    }

    @Test
    void knowsTheLengthOfVeryLargeContent() {
        assertThat(Base64Lines.encodedLength(1L << 40)).isEqualTo(1466015503704L + (1466015503704L - 1) / 76 * 2);
    }

    private static byte[] encoded(byte[] octets, int block) {
        byte[] out = new byte[(int) Base64Lines.encodedLength(octets.length)];
        Base64Lines encoder = new Base64Lines();
        int at = 0;
        for (int i = 0; i < octets.length; i += block) {
            int count = Math.min(block, octets.length - i);
            at = encoder.encode(octets, i, count, i + count < octets.length, out, at);
        }
        assertThat(at).isEqualTo(out.length);
        return out;
    }
}
