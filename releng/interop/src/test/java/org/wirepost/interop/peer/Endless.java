// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.InputStream;
import java.util.Arrays;
import org.wirepost.mime.Source;

/**
 * Zeroes, as many as are wanted.
 *
 * @param length how many
 */
record Endless(long length) implements Source {

    @Override
    public String name() {
        return "zeroes.bin";
    }

    @Override
    public InputStream open() {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] to, int offset, int count) {
                int read = (int) Math.min(left, count);
                Arrays.fill(to, offset, offset + read, (byte) 0);
                left -= read;
                return read > 0 || count == 0 ? read : -1;
            }
        };
    }
}
