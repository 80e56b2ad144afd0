// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.wirepost.smtp.dialogue.Stage;

/** Content behind BDAT (RFC 3030): cut into chunks of announced length, never dot-stuffed. */
final class ChunkPipe extends ContentPipe {

    /** Is asked between chunks and told of each one that begins. */
    interface Chunks {
        /** A block is out; the chunk goes on. */
        void blockDone() throws IOException;

        /** A chunk of this length is announced, whose reply is awaited from now on. */
        void announced(boolean last, long length) throws IOException;

        /** Before a further chunk: throws {@link EarlyReply} when there is no point in it. */
        void beforeNext() throws IOException;

        /** Before the last octets of the last chunk, or the announcement of a last chunk without octets. */
        void beforeEnd() throws IOException;
    }

    /** So much of the last chunk is held back until the server has been listened to, where a chunk is larger. */
    private static final int TAIL = 1024;
    /** Content up to this size mostly leaves in one write, so that there is nothing to hold back. */
    private static final int SMALL = 16 * 1024;

    private final Dialogue dialogue;
    private final Outgoing outgoing;
    private final Chunks chunks;
    private final long chunkSize;
    private long left;
    private boolean lastAnnounced;

    ChunkPipe(Dialogue dialogue, Chunks chunks, long size, boolean checked, long chunkSize) {
        super(dialogue.events(), size, checked);
        this.dialogue = dialogue;
        this.outgoing = dialogue.outgoing();
        this.chunks = chunks;
        this.chunkSize = chunkSize;
    }

    @Override
    void pass(byte[] source, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            openChunk();
            int part = (int) part(length - done);
            outgoing.octets(source, from + done, part);
            passedOn(part);
            left -= part;
            done += part;
        }
    }

    @Override
    void passRegion(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (done < count) {
            openChunk();
            long part = part(count - done);
            outgoing.region(file, position + done, part);
            passedOn(part);
            left -= part;
            done += part;
        }
    }

    private void openChunk() throws IOException {
        if (left == 0) {
            if (done() > 0) {
                report();
                chunks.beforeNext();
            }
            left = Math.min(chunkSize, size() - done());
            lastAnnounced = done() + left == size();
            if (left == 0) {
                chunks.beforeEnd();
            }
            dialogue.queue(Stage.CONTENT, Line.of("BDAT " + left + (lastAnnounced ? " LAST" : "")));
            chunks.announced(lastAnnounced, left);
        }
    }

    /** Returns how much of what there is goes out next; before the end of the message asks whether it may. */
    private long part(long most) throws IOException {
        long part = Math.min(left, most);
        if (!lastAnnounced || part < left) {
            return part;
        }
        if (part > TAIL && size() > SMALL) {
            return part - TAIL;
        }
        chunks.beforeEnd();
        return part;
    }

    /** Tells whether a chunk has been announced and is not complete, so that no command can follow. */
    boolean isInChunk() {
        return left > 0;
    }

    @Override
    void stuff() {
        // Chunks are counted, so a dot means nothing.
    }

    @Override
    void blockDone() throws IOException {
        chunks.blockDone();
    }

    @Override
    void finish() throws IOException {
        if (!lastAnnounced && size() == 0) {
            openChunk();
        }
        super.finish();
    }
}
