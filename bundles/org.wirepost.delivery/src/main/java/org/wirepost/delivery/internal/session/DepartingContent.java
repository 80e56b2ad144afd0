// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.CRC32C;
import org.wirepost.delivery.Departure;
import org.wirepost.smtp.ContentSink;
import org.wirepost.smtp.OutgoingContent;
import org.wirepost.smtp.Recipient;

/** Content of which somebody wants to know before it leaves, and what it was. */
final class DepartingContent implements OutgoingContent {

    private static final int BLOCK = 128 * 1024;

    private final OutgoingContent content;
    private final Departure departure;
    private CRC32C checksum = new CRC32C();

    DepartingContent(OutgoingContent content, Departure departure) {
        this.content = content;
        this.departure = departure;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public boolean needs8Bit() {
        return content.needs8Bit();
    }

    @Override
    public boolean needsBinary() {
        return content.needsBinary();
    }

    @Override
    public boolean needsUtf8() {
        return content.needsUtf8();
    }

    @Override
    public boolean isWatched() {
        return true;
    }

    @Override
    public void verify() throws IOException {
        content.verify();
    }

    @Override
    public void writeTo(ContentSink sink) throws IOException {
        checksum = new CRC32C();
        content.writeTo(new Summing(sink, checksum));
    }

    @Override
    public void beforeEnd(List<Recipient> recipients) throws IOException {
        departure.beforeEnd(recipients, (int) checksum.getValue());
    }

    /** Octets are summed up before they are passed on, for the end is announced from within. */
    private record Summing(ContentSink sink, CRC32C sum) implements ContentSink {

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            sum.update(octets, offset, length);
            sink.write(octets, offset, length);
        }

        @Override
        public void writeWithoutDots(byte[] octets, int offset, int length) throws IOException {
            sum.update(octets, offset, length);
            sink.writeWithoutDots(octets, offset, length);
        }

        @Override
        public void transfer(FileChannel file, long position, long count) throws IOException {
            ByteBuffer block = ByteBuffer.allocate((int) Math.min(count, BLOCK));
            for (long done = 0; done < count; done += block.limit()) {
                block.clear().limit((int) Math.min(block.capacity(), count - done));
                if (file.read(block, position + done) < block.limit()) {
                    throw new IOException("The file has become shorter");
                }
                sum.update(block.flip());
            }
            sink.transfer(file, position, count);
        }
    }
}
