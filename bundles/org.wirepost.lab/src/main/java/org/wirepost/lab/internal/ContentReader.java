// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wirepost.lab.Deviation;
import org.wirepost.lab.ScriptRule;
import org.wirepost.lab.StoredContent;
import org.wirepost.lab.internal.content.Capture;
import org.wirepost.lab.internal.content.ContentScanner;
import org.wirepost.lab.internal.wire.Input;

/** Reads the content of one message and stops where the script wants to step in. */
final class ContentReader {

    private final Talk talk;
    private final ContentScanner scanner;
    private final Capture capture;
    private final List<ScriptRule> rules;
    private int nextRule;

    ContentReader(Talk talk, Transaction transaction, boolean dotted) {
        this.talk = talk;
        scanner = new ContentScanner(dotted, transaction.body());
        capture = new Capture(talk.messages().store(), talk.settings().limits().messageOctets());
        rules = talk.responder().contentRules(transaction.sender().address()).stream()
                .sorted(Comparator.comparingLong(ScriptRule::octets)).toList();
    }

    /** Reads up to and with the final dot. */
    void untilDot() throws IOException {
        while (!scanner.ended()) {
            read(Long.MAX_VALUE);
        }
        stepIn();
    }

    /** Reads a chunk of this length. */
    void chunk(long octets) throws IOException {
        long end = scanner.octets() + octets;
        while (scanner.octets() < end) {
            read(end);
        }
        stepIn();
    }

    private void read(long end) throws IOException {
        stepIn();
        Input input = talk.input();
        if (input.buffered() == 0) {
            input.fill();
        }
        long next = nextRule < rules.size() ? Math.min(end, rules.get(nextRule).octets()) : end;
        int from = input.position();
        int to = (int) Math.min(input.limit(), from + Math.min(next - scanner.octets(), Integer.MAX_VALUE / 2));
        input.consume(scanner.scan(input.array(), from, to, capture) - from);
    }

    private void stepIn() throws IOException {
        while (nextRule < rules.size() && rules.get(nextRule).octets() <= scanner.octets()) {
            talk.responder().pass(rules.get(nextRule++));
        }
    }

    /** Why the content cannot be taken over. */
    Optional<Reply> refusal() {
        if (capture.overflowed()) {
            return Optional.of(Reply.of(552, "5.3.4", "The message has " + capture.octets() + " octets and "
                    + talk.settings().limits().messageOctets() + " are allowed"));
        }
        return capture.failure().map(e -> Reply.of(452, "4.3.1", "The message cannot be stored"));
    }

    StoredContent finish(long number) throws IOException {
        return capture.finish(number);
    }

    List<Deviation> deviations() {
        return scanner.deviations();
    }

    /** The octets so far, as they came over the wire. */
    long octets() {
        return scanner.octets();
    }

    /** Drops what was not finished. */
    void close() {
        capture.close();
    }
}
