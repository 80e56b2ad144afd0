// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import java.io.IOException;
import java.util.List;

/** Content that notes when it was told that its end is about to leave, and does something then. */
class EndNoted implements OutgoingContent {

    private final OutgoingContent content;
    private final Runnable atEnd;
    private volatile boolean ended;

    EndNoted(OutgoingContent content) {
        this(content, () -> { });
    }

    EndNoted(OutgoingContent content, Runnable atEnd) {
        this.content = content;
        this.atEnd = atEnd;
    }

    boolean ended() {
        return ended;
    }

    @Override
    public long size() {
        return content.size();
    }

    @Override
    public boolean needs8Bit() {
        return false;
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
        content.writeTo(sink);
    }

    @Override
    public void beforeEnd(List<Recipient> recipients) {
        ended = true;
        atEnd.run();
    }
}
