// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Content far larger than the memory that writing it takes. */
class LargeContentTest {

    private static final long LENGTH = 64L << 20;
    private static final byte[] LINE = ("Subject: " + "x".repeat(60) + "\r\n").getBytes(US_ASCII);

    /** Lines without end, cut at a length; nothing of it exists in memory. */
    private record Endless(String name, long length) implements Source {

        @Override
        public InputStream open() {
            return new InputStream() {
                private long left = length;

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] octets, int from, int count) {
                    if (left == 0) {
                        return -1;
                    }
                    int phase = (int) ((length - left) % LINE.length);
                    int some = (int) Math.min(left, Math.min(count, LINE.length - phase));
                    System.arraycopy(LINE, phase, octets, from, some);
                    left -= some;
                    return some;
                }
            };
        }
    }

    @Test
    void writesContentOfAnyLengthInSmallBlocks() throws IOException {
        long lines = LENGTH / LINE.length * LINE.length;
        for (String type : List.of("application/x-test", "text/plain", "message/rfc822")) {
            Message message = Message.builder().from(new Mailbox("a", "example.org")).text("x")
                    .attach(Attachment.of(new Endless("endless", lines), type)).build();
            MimePlan plan = MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.standard());
            long[] total = new long[1];
            List<Integer> blocks = new ArrayList<>();
            plan.writeTo((MimeSink) (octets, offset, length) -> {
                total[0] += length;
                blocks.add(length);
            });
            assertThat(total[0]).as(type).isEqualTo(plan.size()).isGreaterThan(lines);
            assertThat(blocks).as(type).allMatch(length -> length <= 256 * 1024);
            assertThat(blocks.size()).as(type).isLessThan((int) (plan.size() / (64 * 1024)));
        }
    }

    @Test
    void knowsTheSizeOfAnAttachmentWithoutReadingIt() throws IOException {
        Source source = new Source() {
            @Override
            public String name() {
                return "huge";
            }

            @Override
            public long length() {
                return 1L << 50;
            }

            @Override
            public InputStream open() {
                throw new AssertionError("was read");
            }
        };
        Message message = Message.builder().from(new Mailbox("a", "example.org"))
                .attach(Attachment.of(source, "video/mp4")).build();
        PartPlan part = MimePlan.of(message, Limits.SEVEN_BIT, PlanSettings.standard()).root().children().get(0);
        assertThat(part.body().length()).isBetween((1L << 50) / 57 * 78 - 2, (1L << 50) / 57 * 78 + 78);
    }
}
