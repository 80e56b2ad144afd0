// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.IOException;
import java.util.List;

/**
 * A message as it will be sent: CRLF line ends, no line over 998 octets, headers included.
 *
 * <p>It may be written several times and gives the same octets each time.
 */
public interface OutgoingContent {

    /** Returns the exact number of octets, before dot-stuffing. */
    long size();

    /** Tells whether there are octets above 127, so that BODY=8BITMIME is to be declared (RFC 6152). */
    boolean needs8Bit();

    /** Whether there are lines over 998 octets, lone CR or LF, or NUL, so that BINARYMIME is needed (RFC 3030). */
    boolean needsBinary();

    /** Tells whether a header has raw UTF-8, so that SMTPUTF8 is needed (RFC 6531). */
    boolean needsUtf8();

    /**
     * Checks cheaply that the content can still be written as planned; called before DATA or BDAT.
     *
     * @throws IOException when a source has changed or vanished
     */
    default void verify() throws IOException {
    }

    /**
     * Writes exactly {@link #size()} octets.
     *
     * @param sink takes them
     * @throws IOException what the sink throws; any other means that the content cannot be produced
     */
    void writeTo(ContentSink sink) throws IOException;

    /**
     * Tells whether as little as possible shall be in doubt when the connection breaks. The content is then sent only
     * when it is known who wants it, and no other message is in flight beside it between its end and its result.
     */
    default boolean isWatched() {
        return false;
    }

    /**
     * Called once for each time the content is written, when only its end is missing: before the final dot, or before
     * the last octets of the last chunk, are given to the connection. Until this returns the message cannot be taken
     * by any server; afterwards it may be, whatever happens.
     *
     * @param recipients those that it may reach: accepted by the server, or asked about and not answered yet; in the
     *        order of the envelope
     * @throws IOException when the message shall not go: its end is not sent, and the connection is closed
     */
    default void beforeEnd(List<Recipient> recipients) throws IOException {
    }

    /**
     * Content held in memory, for short texts and tests.
     *
     * @param octets the message with CRLF line ends
     * @return the content; the array is not copied
     */
    static OutgoingContent of(byte[] octets) {
        boolean eight = false;
        for (byte octet : octets) {
            eight |= octet < 0;
        }
        boolean needs8Bit = eight;
        return new OutgoingContent() {
            @Override
            public long size() {
                return octets.length;
            }

            @Override
            public boolean needs8Bit() {
                return needs8Bit;
            }

            @Override
            public boolean needsBinary() {
                return false;
            }

            @Override
            public boolean needsUtf8() {
                return false;
            }

            @Override
            public void writeTo(ContentSink sink) throws IOException {
                sink.write(octets, 0, octets.length);
            }
        };
    }
}
