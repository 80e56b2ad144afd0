// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Reply;
import org.wirepost.smtp.dialogue.Stage;

/** Content behind DATA: dots at line starts are doubled (RFC 5321 section 4.5.2), and the server is listened to. */
final class DataPipe extends ContentPipe {

    private static final byte[] DOT = {'.'};
    private static final byte[] LINE_BREAK = {'\r', '\n'};

    private final Dialogue dialogue;
    private final Outgoing outgoing;

    DataPipe(Dialogue dialogue, long size) {
        super(dialogue.events(), size, true);
        this.dialogue = dialogue;
        this.outgoing = dialogue.outgoing();
    }

    @Override
    void pass(byte[] source, int from, int length) throws IOException {
        outgoing.octets(source, from, length);
        passedOn(length);
    }

    @Override
    void passRegion(FileChannel file, long position, long count) throws IOException {
        outgoing.region(file, position, count);
        passedOn(count);
    }

    @Override
    void stuff() throws IOException {
        outgoing.octets(DOT, 0, 1);
        extra(1);
    }

    /** Ends the last line where the content does not: the final dot must stand on a line of its own. */
    void endLine() throws IOException {
        if (!endsInLineBreak()) {
            outgoing.octets(LINE_BREAK, 0, LINE_BREAK.length);
            events().content(size(), 0, LINE_BREAK.length, size());
        }
    }

    @Override
    void blockDone() throws IOException {
        Optional<Reply> early = dialogue.unasked(Stage.CONTENT);
        if (early.isPresent()) {
            throw new EarlyReply(early.get());
        }
    }
}
