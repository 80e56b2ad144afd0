// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wirepost.lab.internal.content.ContentScanner;
import org.wirepost.lab.internal.wire.Input;
import org.wirepost.lab.internal.wire.SessionEnded;
import org.wirepost.lab.internal.wire.SessionRecord;
import org.wirepost.lab.internal.wire.Wire;

/** Reads what a {@link Dialogue} expects of its client. */
final class DialogueReader {

    private static final int LONGEST_LINE = 32 * 1024;
    private static final int SHOWN = 200;

    private final Wire wire;
    private final Input input;
    private final SessionRecord record;
    private final Duration patience;

    DialogueReader(Wire wire, SessionRecord record, Duration patience) {
        this.wire = wire;
        input = wire.input();
        this.record = record;
        this.patience = patience;
    }

    void expect(DialogueStep step) throws IOException {
        try {
            if (step instanceof DialogueStep.Expect line) {
                line(line);
            } else if (step instanceof DialogueStep.ExpectBytes bytes) {
                bytes(bytes.bytes());
            } else if (step instanceof DialogueStep.AnyContent) {
                anyContent();
            } else if (step instanceof DialogueStep.Silence silence) {
                silence(silence.time());
            } else if (step instanceof DialogueStep.ExpectClose) {
                close();
            }
        } catch (SocketTimeoutException e) {
            throw new DialogueDifference("the client sent nothing more within " + patience);
        } catch (SessionEnded e) {
            throw new DialogueDifference("the client closed the connection instead");
        }
    }

    private void line(DialogueStep.Expect expected) throws IOException {
        Input.Line line = input.line(LONGEST_LINE);
        record.command(line.text());
        if (line.tooLong()) {
            throw new DialogueDifference("the client sent a line of " + line.octets() + " octets");
        }
        if (!expected.fits().test(line.text())) {
            throw new DialogueDifference("the client sent `" + line.text() + "`");
        }
        if (line.bareLineFeed()) {
            throw new DialogueDifference("the client ended its line with a bare line feed");
        }
    }

    private void bytes(byte[] expected) throws IOException {
        int matched = 0;
        while (matched < expected.length) {
            if (input.buffered() == 0) {
                fill(matched, expected.length);
            }
            int now = Math.min(expected.length - matched, input.buffered());
            for (int i = 0; i < now; i++) {
                if (input.array()[input.position() + i] != expected[matched + i]) {
                    input.consume(i);
                    throw new DialogueDifference("octet " + (matched + i) + " differs: the client sent `" + rest()
                            + "`");
                }
            }
            input.consume(now);
            matched += now;
        }
        record.line(TranscriptLine.Side.CLIENT, visible(expected, expected.length));
    }

    private void fill(int matched, int expected) throws IOException {
        try {
            input.fill();
        } catch (SessionEnded | SocketTimeoutException e) {
            throw new DialogueDifference("the client sent only " + matched + " of " + expected + " octets");
        }
    }

    private void anyContent() throws IOException {
        ContentScanner scanner = new ContentScanner(true, BodyKind.BINARY_MIME);
        while (!scanner.ended()) {
            if (input.buffered() == 0) {
                input.fill();
            }
            int from = input.position();
            input.consume(scanner.scan(input.array(), from, input.limit(), (bytes, start, length) -> { }) - from);
        }
        record.line(TranscriptLine.Side.CLIENT, "<" + scanner.octets() + " octets of content with the dot>");
    }

    private void silence(Duration time) throws IOException {
        if (input.buffered() == 0) {
            wire.patience(time);
            try {
                input.fill();
            } catch (SocketTimeoutException e) {
                return;
            } finally {
                wire.patience(patience);
            }
        }
        throw new DialogueDifference("the client sent `" + rest() + "`");
    }

    private void close() throws IOException {
        try {
            if (input.buffered() == 0) {
                input.fill();
            }
        } catch (SessionEnded e) {
            return;
        }
        throw new DialogueDifference("the client sent `" + rest() + "`");
    }

    /** The client has sent more than the dialogue has a place for, unless it has merely closed. */
    void failOnMore() throws IOException {
        try {
            close();
        } catch (DialogueDifference e) {
            throw new DialogueDifference("there is no step for it, but " + e.getMessage());
        }
    }

    private String rest() {
        byte[] rest = new byte[input.buffered()];
        System.arraycopy(input.array(), input.position(), rest, 0, rest.length);
        return visible(rest, SHOWN);
    }

    /** Bytes as text, line ends and controls made visible, cut at this many. */
    static String visible(byte[] bytes, int most) {
        String text = new String(bytes, 0, Math.min(bytes.length, most), StandardCharsets.UTF_8);
        String lines = text.endsWith("\r\n") && text.indexOf('\n') == text.length() - 1
                ? text.substring(0, text.length() - 2) : text.replace("\r", "\\r").replace("\n", "\\n");
        return bytes.length > most ? lines + "…" : lines;
    }
}
