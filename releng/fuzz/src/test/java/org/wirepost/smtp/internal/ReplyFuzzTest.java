// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

/** What a server says: replies whatever the blocks, nothing lost, bounds kept; and what it offers. */
class ReplyFuzzTest {

    @FuzzTest
    void replies(byte[] stream) throws IOException {
        Heard whole = Heard.of(stream, stream.length + 1);
        assertThat(whole).isEqualTo(Heard.of(stream, 1)).isEqualTo(Heard.of(stream, 7));
        assertThat(whole.octets()).as("every octet is in a reply, an oddity or the rest").isEqualTo(stream.length);
        for (Reply reply : whole.replies()) {
            assertThat(reply.code()).isBetween(200, 599);
            assertThat(reply.length()).isLessThanOrEqualTo(ReplyReader.LARGEST_REPLY + ReplyReader.LONGEST_LINE);
            assertThat(reply.texts()).hasSameSizeAs(reply.lines()).hasSizeLessThanOrEqualTo(ReplyReader.MOST_LINES);
            assertThat(reply).isEqualTo(Reply.ofOctets(reply.code(), reply.octets()));
            reply.enhanced().ifPresent(status -> assertThat(status.severity()).isEqualTo(reply.code() / 100));
            check(Capabilities.of(reply));
        }
    }

    private static void check(Capabilities offered) {
        offered.maximumSize().ifPresent(size -> assertThat(size).isPositive());
        for (String keyword : offered.keywords()) {
            assertThat(offered.offers(keyword)).isTrue();
            assertThat(offered.parameters(keyword)).doesNotHaveDuplicates().doesNotContain("");
        }
        assertThat(offered.mechanisms()).doesNotHaveDuplicates();
        assertThat(offered.without(offered.keywords()).keywords()).isEmpty();
    }

    /** What was made of a stream. */
    private record Heard(List<Reply> replies, Optional<String> failure, int octets) {

        static Heard of(byte[] stream, int pieceLength) {
            int[] odd = new int[1];
            ReplyReader reader = new ReplyReader(new ReplyReader.Oddities() {
                @Override
                public void bareLineFeed() {
                    // Counts as part of the reply.
                }

                @Override
                public void emptyLine(byte[] octets) {
                    odd[0] += octets.length;
                }
            });
            Pieces pieces = new Pieces(stream, pieceLength);
            List<Reply> replies = new ArrayList<>();
            Optional<String> failure = Optional.empty();
            try {
                for (Optional<Reply> next = reader.read(pieces, 0); next.isPresent(); next = reader.read(pieces, 0)) {
                    replies.add(next.get());
                }
            } catch (IOException e) {
                failure = Optional.of(e.getMessage());
            }
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            rest.writeBytes(reader.drain());
            rest.writeBytes(pieces.rest());
            return new Heard(replies, failure, odd[0] + rest.size()
                    + replies.stream().mapToInt(Reply::length).sum());
        }
    }
}
