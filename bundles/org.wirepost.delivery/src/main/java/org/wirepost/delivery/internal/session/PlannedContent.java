// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.wirepost.mime.MimePlan;
import org.wirepost.mime.MimeSink;
import org.wirepost.smtp.ContentSink;
import org.wirepost.smtp.OutgoingContent;

/** Lets the SMTP layer write a plan; nothing is copied on the way. */
record PlannedContent(MimePlan plan) implements OutgoingContent {

    @Override
    public long size() {
        return plan.size();
    }

    @Override
    public boolean needs8Bit() {
        return plan.needs8Bit();
    }

    @Override
    public boolean needsBinary() {
        return plan.needsBinary();
    }

    @Override
    public boolean needsUtf8() {
        return plan.needsUtf8();
    }

    @Override
    public void verify() throws IOException {
        plan.verifySources();
    }

    @Override
    public void writeTo(ContentSink sink) throws IOException {
        plan.writeTo(new Bridge(sink));
    }

    private record Bridge(ContentSink sink) implements MimeSink {

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            sink.write(octets, offset, length);
        }

        @Override
        public void writeWithoutDots(byte[] octets, int offset, int length) throws IOException {
            sink.writeWithoutDots(octets, offset, length);
        }

        @Override
        public void transfer(FileChannel file, long position, long count) throws IOException {
            sink.transfer(file, position, count);
        }
    }
}
