// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime.internal.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.wirepost.mime.Source;

/**
 * A source in the hands of a handler: knows its open streams so that they can be closed from outside, how long reads
 * take, and whether the file itself failed. After the call it passes everything through.
 */
public final class GuardedSource implements Source {

    private final Source source;
    private final SourceClock clock;
    private final Set<InputStream> streams = ConcurrentHashMap.newKeySet();
    private volatile IOException failure;
    private volatile boolean revoked;

    /** Guards a source for one call. */
    public GuardedSource(Source source, OngoingCall call) {
        this.source = source;
        this.clock = call.clock();
    }

    /** The source behind the guard. */
    public Source unguarded() {
        return source;
    }

    /** What the file itself threw. */
    Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Closes all streams and refuses to open more. */
    void revoke() {
        revoked = true;
        for (InputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                // The call has failed already and the stream is of no use to anyone.
                failure = e;
            }
        }
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long length() throws IOException {
        try {
            return source.length();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public Optional<Path> file() {
        return source.file();
    }

    @Override
    public InputStream open() throws IOException {
        if (revoked) {
            throw new IOException("The call is over; " + name() + " cannot be opened any more.");
        }
        clock.enter();
        try {
            InputStream stream = new GuardedStream(source.open());
            streams.add(stream);
            return stream;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            clock.leave(true);
        }
    }

    private IOException failed(IOException e) {
        if (!revoked) {
            failure = e;
        }
        return e;
    }

    private final class GuardedStream extends InputStream {

        private final InputStream in;

        GuardedStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            Objects.checkFromIndexSize(off, len, b.length);
            int count = 0;
            clock.enter();
            try {
                count = in.read(b, off, len);
                return count;
            } catch (IOException e) {
                throw failed(e);
            } finally {
                clock.leave(count > 0);
            }
        }

        @Override
        public long skip(long n) throws IOException {
            try {
                return in.skip(n);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() throws IOException {
            streams.remove(this);
            in.close();
        }
    }
}
