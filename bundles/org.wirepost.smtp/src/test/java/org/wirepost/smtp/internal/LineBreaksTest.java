// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void findsTheSameAsANaiveReaderWhereverItBegins() {
        byte[] octets = new byte[4000];
        Random random = new Random(12);
        for (int density : new int[] {2, 9, 40}) {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) (random.nextInt(density) == 0 ? random.nextInt(16) : random.nextInt(256));
            }
            ByteBuffer words = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from <= octets.length; from++) {
                int stop = Math.min(octets.length, from + random.nextInt(60));
                assertThat(LineBreaks.next(words, from, stop)).as("from %d to %d", from, stop)
                        .isEqualTo(naive(octets, from, stop));
            }
        }
    }

    private static int naive(byte[] octets, int from, int stop) {
        int i = from;
        while (i < stop && octets[i] != '\r' && octets[i] != '\n') {
            i++;
        }
        return i;
    }
}
