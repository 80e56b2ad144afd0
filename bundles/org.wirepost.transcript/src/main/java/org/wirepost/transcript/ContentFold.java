// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.transcript;

import java.util.Optional;
import org.wirepost.smtp.dialogue.DialogueEvent.ContentSent;

/** Folds the blocks of one message into one line. */
final class ContentFold {

    /** Below this many nanoseconds a rate says nothing. */
    private static final long SHORTEST_FOR_RATE = 1_000_000;

    private long start;
    private long end;
    private long blocks;
    private long octets;
    private long total;

    /**
     * Takes a block.
     *
     * @param block the block
     * @param before when the event before it happened: the time from which the first block was under way
     * @return the line, when the message is complete
     */
    Optional<String> add(ContentSent block, long before) {
        if (blocks == 0) {
            start = before;
        }
        blocks++;
        octets += block.length();
        end = block.nanos();
        total = block.total();
        return block.offset() + block.length() >= total ? Optional.of(finish("")) : Optional.empty();
    }

    /** Returns the line for a message that was broken off, if one was under way. */
    Optional<String> breakOff() {
        return blocks == 0 ? Optional.empty() : Optional.of(finish(", broken off before " + Sizes.of(total)));
    }

    private String finish(String end) {
        String rate = this.end - start < SHORTEST_FOR_RATE ? "" : ", " + Sizes.rate(octets, this.end - start);
        String line = "(content " + Sizes.of(octets) + " in " + blocks + (blocks == 1 ? " block" : " blocks") + rate
                + end + ")";
        blocks = 0;
        octets = 0;
        return line;
    }
}
