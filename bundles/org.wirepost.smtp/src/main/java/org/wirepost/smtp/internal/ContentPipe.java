// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.wirepost.smtp.ContentSink;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.SmtpException.Kind;
import org.wirepost.smtp.dialogue.Stage;

/**
 * Takes the octets of one message, checks that they are what was announced, and passes them on. Lone CR and LF are
 * refused unless the content is binary: they are how messages are smuggled.
 */
abstract class ContentPipe implements ContentSink {

    private static final int EVENT = 64 * 1024;
    private static final int BLOCK = 128 * 1024;
    private static final int IN_LINE = 0;
    private static final int AFTER_CR = 1;
    private static final int AT_START = 2;

    private final Events events;
    private final long size;
    private final boolean checked;
    private int state = AT_START;
    private long offset;
    private long done;
    private long reported;
    private long octets;
    private Optional<IOException> failure = Optional.empty();

    ContentPipe(Events events, long size, boolean checked) {
        this.events = events;
        this.size = size;
        this.checked = checked;
    }

    /** Passes octets on as they are. */
    abstract void pass(byte[] source, int from, int length) throws IOException;

    /** Passes a region of a file on as it is. */
    abstract void passRegion(FileChannel file, long position, long count) throws IOException;

    /** Puts a dot before the one that begins a line, where that is needed. */
    abstract void stuff() throws IOException;

    /** A block is out. */
    abstract void blockDone() throws IOException;

    @Override
    public final void write(byte[] source, int from, int length) throws IOException {
        guard(() -> {
            count(length);
            for (int done = 0; done < length; done += BLOCK) {
                int part = Math.min(BLOCK, length - done);
                if (checked) {
                    scan(source, from + done, part);
                } else {
                    passed(source, from + done, part);
                }
                tell();
            }
        });
    }

    @Override
    public final void writeWithoutDots(byte[] source, int from, int length) throws IOException {
        guard(() -> {
            if (length > 0) {
                count(length);
                if (state == AFTER_CR && source[from] != '\n') {
                    throw lone("CR");
                }
                passed(source, from, length);
                byte last = source[from + length - 1];
                state = last == '\n' ? AT_START : last == '\r' ? AFTER_CR : IN_LINE;
                tell();
            }
        });
    }

    @Override
    public final void transfer(FileChannel file, long position, long count) throws IOException {
        guard(() -> {
            if (checked) {
                throw new SmtpException(Kind.CONTENT, Stage.CONTENT, "A file can only be sent as it is when the message"
                        + " is declared as binary");
            }
            count(count);
            passRegion(file, position, count);
            tell();
        });
    }

    /** Something that fails; what failed is kept, whatever the content's own code makes of the exception. */
    private interface Step {
        void run() throws IOException;
    }

    private void guard(Step step) throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        try {
            step.run();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** Returns what failed on this side of the content, if anything did. */
    Optional<IOException> failure() {
        return failure;
    }

    private void scan(byte[] source, int from, int length) throws IOException {
        int start = from;
        int stop = from + length;
        int at = state;
        ByteBuffer words = ByteBuffer.wrap(source).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < stop; i++) {
            if (at == IN_LINE) {
                i = LineBreaks.next(words, i, stop);
                if (i == stop) {
                    break;
                }
            }
            byte c = source[i];
            if (c == '\n') {
                if (at != AFTER_CR) {
                    throw lone("LF");
                }
                at = AT_START;
            } else if (at == AFTER_CR) {
                throw lone("CR");
            } else if (c == '\r') {
                at = AFTER_CR;
            } else {
                if (at == AT_START && c == '.') {
                    passed(source, start, i - start);
                    start = i;
                    stuff();
                }
                at = IN_LINE;
            }
        }
        state = at;
        passed(source, start, stop - start);
    }

    private static SmtpException lone(String which) {
        return new SmtpException(Kind.CONTENT, Stage.CONTENT, "The message holds a lone " + which
                + ", which could be taken for its end; it was not sent");
    }

    private void passed(byte[] source, int from, int length) throws IOException {
        if (length > 0) {
            pass(source, from, length);
        }
    }

    /** So many octets of the message are on their way. */
    final void passedOn(long length) {
        done += length;
        octets += length;
    }

    /** Counts an octet that is not part of the message. */
    final void extra(int count) {
        octets += count;
    }

    private void count(long length) throws IOException {
        offset += length;
        if (offset > size) {
            throw new SmtpException(Kind.CONTENT, Stage.CONTENT, "The message turned out longer than the " + size
                    + " octets announced; it was not sent");
        }
    }

    private void tell() throws IOException {
        if (done - reported >= EVENT) {
            report();
            blockDone();
        }
    }

    /** Tells the event of what has been passed on since the last one. */
    final void report() {
        if (done > reported) {
            events.content(reported, done - reported, octets, size);
            reported = done;
            octets = 0;
        }
    }

    /** Returns how many octets of the message are on their way. */
    final long done() {
        return done;
    }

    final Events events() {
        return events;
    }

    final long size() {
        return size;
    }

    final boolean endsInLineBreak() {
        return state == AT_START;
    }

    /** Checks that all was written, and reports the rest. */
    void finish() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
        if (offset < size) {
            throw new SmtpException(Kind.CONTENT, Stage.CONTENT, "The message turned out shorter than the " + size
                    + " octets announced; it was not sent");
        }
        if (checked && state == AFTER_CR) {
            throw lone("CR");
        }
        report();
    }
}
