// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.plan;

import java.io.IOException;
import java.nio.channels.FileChannel;

import org.wirepost.mime.MimeSink;

/** Collects what is written to a sink into large blocks. One for each writing of a plan. */
public final class BlockOutput {

    /** Lines of base64 in a full block. */
    static final int BASE64_LINES = 32 * 64;

    /** Room for so many lines: 156 KiB. */
    static final int BLOCK = BASE64_LINES * 78;

    private final MimeSink sink;
    private final byte[] block;
    private int used;

    /**
     * Makes an output.
     *
     * @param sink takes the blocks
     * @param total octets that will be written in all
     */
    public BlockOutput(MimeSink sink, long total) {
        this.sink = sink;
        this.block = new byte[(int) Math.min(total, BLOCK)];
    }

    /**
     * Writes octets.
     *
     * @param octets array
     * @param from where to begin
     * @param count how many
     * @throws IOException what the sink throws
     */
    public void write(byte[] octets, int from, int count) throws IOException {
        if (count > block.length - used) {
            flush();
        }
        if (count <= block.length) {
            System.arraycopy(octets, from, block, used, count);
            used += count;
            return;
        }
        for (int done = 0; done < count; done += BLOCK) {
            sink.write(octets, from + done, Math.min(BLOCK, count - done));
        }
    }

    /**
     * Hands out what has been collected.
     *
     * @throws IOException what the sink throws
     */
    public void flush() throws IOException {
        if (used > 0) {
            int count = used;
            used = 0;
            sink.write(block, 0, count);
        }
    }

    /**
     * Lends the empty block to code that fills it from its beginning and then calls {@link #emitWithoutDots}.
     *
     * @return the block
     * @throws IOException what the sink throws
     */
    byte[] takeBlock() throws IOException {
        flush();
        return block;
    }

    /**
     * Hands the filled block to the sink.
     *
     * @param count octets in it
     * @throws IOException what the sink throws
     */
    void emitWithoutDots(int count) throws IOException {
        sink.writeWithoutDots(block, 0, count);
    }

    /**
     * Hands a file to the sink.
     *
     * @param file the file
     * @param count octets from its beginning
     * @throws IOException what the sink throws
     */
    void transfer(FileChannel file, long count) throws IOException {
        flush();
        sink.transfer(file, 0, count);
    }
}
