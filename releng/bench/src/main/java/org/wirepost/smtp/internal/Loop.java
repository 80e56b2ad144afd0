// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.nio.channels.FileChannel;
import org.wirepost.smtp.internal.wire.Wire;

/** A wire that gives the same octets again and again, and takes any. */
final class Loop implements Wire {

    private final byte[] input;
    private int position;
    private long taken;

    Loop(byte[] input) {
        this.input = input;
    }

    @Override
    public int read(byte[] target, int offset, int length, long deadline) {
        if (position == input.length) {
            position = 0;
        }
        int count = Math.min(length, input.length - position);
        System.arraycopy(input, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int readNow(byte[] target, int offset, int length) {
        return 0;
    }

    @Override
    public void write(byte[] source, int offset, int length, long deadline, Inbound inbound) {
        taken += length;
    }

    @Override
    public void transfer(FileChannel file, long position, long count, long deadline, Inbound inbound) {
        taken += count;
    }

    @Override
    public long handedOver() {
        return taken;
    }

    @Override
    public void close() {
        position = 0;
    }
}
