// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.jpeg.internal.pixels;

import java.io.IOException;
import java.io.InputStream;

import javax.imageio.stream.ImageInputStreamImpl;

import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Call;

/** A source as an image input: going back opens it again, so that nothing need be cached. */
final class SourceInput extends ImageInputStreamImpl {

    private final Source source;
    private final Call call;
    private InputStream in;
    private long position;

    SourceInput(Source source, Call call) {
        this.source = source;
        this.call = call;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        checkClosed();
        if (call.cancelled()) {
            throw new IOException("cancelled");
        }
        bitOffset = 0;
        if (in == null || position != streamPos) {
            reopen();
        }
        int count = in.read(b, off, len);
        if (count > 0) {
            position += count;
            streamPos = position;
        }
        return count;
    }

    private void reopen() throws IOException {
        if (in != null && position > streamPos) {
            in.close();
            in = null;
        }
        if (in == null) {
            in = source.open();
            position = 0;
        }
        in.skipNBytes(streamPos - position);
        position = streamPos;
    }

    @Override
    public long length() {
        try {
            return source.length();
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (in != null) {
            in.close();
        }
    }
}
