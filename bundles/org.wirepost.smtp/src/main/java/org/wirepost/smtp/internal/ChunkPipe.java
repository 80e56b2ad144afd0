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
        /** A chunk is announced, whose reply is awaited from now on. */
        void announced(boolean last) throws IOException;

        /** Before a further chunk: throws {@link EarlyReply} when there is no point in it. */
        void beforeNext() throws IOException;

        /** Before the last octets of the last chunk, or the announcement of a last chunk without octets. */
        void beforeEnd() throws IOException;
    }

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
            int part = (int) Math.min(left, length - done);
            tellEnd(part);
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
            long part = Math.min(left, count - done);
            tellEnd(part);
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
            chunks.announced(lastAnnounced);
        }
    }

    private void tellEnd(long part) throws IOException {
        if (lastAnnounced && part == left) {
            chunks.beforeEnd();
        }
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
    void blockDone() {
        // Replies are looked at between chunks.
    }

    @Override
    void finish() throws IOException {
        if (!lastAnnounced && size() == 0) {
            openChunk();
        }
        super.finish();
    }
}
