// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output or standard error: UTF-8 whatever the locale, and quiet about a reader that has gone. May be used
 * from several threads; each call's text stays together.
 */
public final class Output implements Appendable {

    private final OutputStream stream;
    private IOException failure;

    /**
     * Writes to a stream.
     *
     * @param stream unbuffered or flushed by nobody else
     */
    public Output(OutputStream stream) {
        this.stream = stream;
    }

    /** Writes a line and flushes. */
    public synchronized void line(String text) {
        write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes text without a line end and flushes. */
    public synchronized void text(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] octets) {
        if (failure == null) {
            try {
                stream.write(octets, 0, octets.length);
                stream.flush();
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /**
     * Returns a stream for octets as they are; unlike text, they make a failure felt at once. Closing it flushes.
     *
     * @return a stream over the same output
     */
    public OutputStream octets() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                synchronized (Output.this) {
                    stream.write(octets, offset, length);
                }
            }

            @Override
            public void flush() throws IOException {
                stream.flush();
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Returns why something could not be written, unless the reader has simply gone, as {@code head} does. */
    public synchronized Optional<IOException> failure() {
        return failure == null || isReaderGone(failure) ? Optional.empty() : Optional.of(failure);
    }

    /** Tells whether a failure means that nobody reads any more. */
    public static boolean isReaderGone(IOException failure) {
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("broken pipe") || words.contains("pipe is being closed") || words.contains("pipe closed");
    }

    @Override
    public Output append(CharSequence text) {
        text(text.toString());
        return this;
    }

    @Override
    public Output append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public Output append(char c) {
        return append(String.valueOf(c));
    }
}
