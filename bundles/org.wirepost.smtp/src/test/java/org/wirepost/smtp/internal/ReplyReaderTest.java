// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.dialogue.Reply;

class ReplyReaderTest {

    private final List<String> oddities = new ArrayList<>();

    private ReplyReader reader() {
        return new ReplyReader(new ReplyReader.Oddities() {
            @Override
            public void bareLineFeed() {
                oddities.add("bare-lf");
            }

            @Override
            public void emptyLine(byte[] octets) {
                oddities.add("empty-line " + octets.length);
            }
        });
    }

    private List<Reply> replies(String stream, int pieceLength) throws IOException {
        FakeWire wire = new FakeWire().deliver(stream.getBytes(UTF_8), pieceLength);
        ReplyReader reader = reader();
        List<Reply> replies = new ArrayList<>();
        for (Optional<Reply> next = reader.read(wire, 0); next.isPresent(); next = reader.read(wire, 0)) {
            replies.add(next.get());
        }
        return replies;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 100_000})
    void readsTheSameRepliesHoweverTheyArrive(int pieceLength) throws IOException {
        String stream = "220 hi\r\n250-mail\r\n250-SIZE 10\r\n250 Grüße\r\n250\r\n354 go\r\n";

        assertThat(replies(stream, pieceLength)).containsExactly(Reply.of(220, "hi"),
                Reply.of(250, "mail", "SIZE 10", "Grüße"), Reply.ofOctets(250, "250\r\n".getBytes(UTF_8)),
                Reply.of(354, "go"));
        assertThat(oddities).isEmpty();
    }

    @Test
    void doesNotReadEmptyLinesForEver() {
        assertThatThrownBy(() -> replies("\r\n".repeat(65) + "220 hi\r\n", 4096)).isInstanceOf(IOException.class)
                .hasMessageContaining("more than 64 empty lines");
        assertThat(oddities).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 100_000})
    void toleratesAndReportsBareLineFeedsAndEmptyLines(int pieceLength) throws IOException {
        List<Reply> replies = replies("\r\n220 hi\n\n250-a\n250 b\r\n", pieceLength);

        assertThat(replies).extracting(Reply::code).containsExactly(220, 250);
        assertThat(replies.get(1).texts()).containsExactly("a", "b");
        assertThat(oddities).contains("empty-line 2", "empty-line 1", "bare-lf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\r\n", "25 x\r\n", "2500 x\r\n", "250_x\r\n", "150 x\r\n", "650 x\r\n", "abc def\r\n",
        "250-a\r\n251 b\r\n", "250-a\r\n550 b\r\n", "250-a\r\n\r\n250 b\r\n", "250 a\0b\r\n", "-50 x\r\n",
        "HTTP/1.1 400\r\n"})
    void refusesWhatIsNoReply(String stream) {
        assertThatThrownBy(() -> replies(stream, 100_000)).isInstanceOf(ReplyReader.NoReply.class)
                .hasMessageMatching("The server .*");
        assertThatThrownBy(() -> replies(stream, 1)).isInstanceOf(ReplyReader.NoReply.class);
    }

    @Test
    void toldThatTheConnectionEndedWithinAReply() {
        assertThatThrownBy(() -> replies("250-a\r\n250 b", 3)).isInstanceOf(ReplyReader.Cut.class);
        assertThatThrownBy(() -> replies("2", 3)).isInstanceOf(ReplyReader.Cut.class);
    }

    @Test
    void boundsTheLineTheReplyAndTheNumberOfLines() throws IOException {
        String longest = "250 " + "x".repeat(ReplyReader.LONGEST_LINE - 5) + "\r\n";
        assertThat(replies(longest, 1000)).hasSize(1);

        assertThatThrownBy(() -> replies("250 " + "x".repeat(5000), 1000)).hasMessageContaining("4096 octets");
        assertThatThrownBy(() -> replies("250-x\r\n".repeat(1000), 1000)).hasMessageContaining("without end");
        assertThatThrownBy(() -> replies(("250-" + "x".repeat(2000) + "\r\n").repeat(100), 1000))
                .hasMessageContaining("without end");
    }

    @Test
    void showsWhatWasSaidWithoutItsPower() {
        assertThatThrownBy(() -> replies("\u001b[2Jboo\r\n", 100)).hasMessageContaining("?[2Jboo");
    }

    @Test
    void handsOutWhatIsNoReply() throws IOException {
        FakeWire wire = new FakeWire().deliver("250 ok\r\n250 more".getBytes(UTF_8), 100);
        ReplyReader reader = reader();
        reader.read(wire, 0);

        assertThat(reader.hasOctets()).isTrue();
        assertThat(reader.drain()).asString(UTF_8).isEqualTo("250 more");
        assertThat(reader.hasOctets()).isFalse();
    }

    @Test
    void neverLosesOrInventsOctetsWhateverComes() {
        Random random = new Random(20260101);
        String[] parts = {"250 ok\r\n", "250-a\r\n", "\r\n", "\n", "550", " no\r\n", "\0", "x", "421 bye\r\n", "\r",
                "-"};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder stream = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                stream.append(random.nextInt(8) == 0 ? (char) random.nextInt(256)
                        : parts[random.nextInt(parts.length)]);
            }
            accountFor(stream.toString().getBytes(ISO_8859_1), 1 + random.nextInt(9));
        }
    }

    private static void accountFor(byte[] stream, int pieceLength) {
        int[] empty = {0};
        ReplyReader reader = new ReplyReader(new ReplyReader.Oddities() {
            @Override
            public void bareLineFeed() {
                // Counted with the reply.
            }

            @Override
            public void emptyLine(byte[] octets) {
                empty[0] += octets.length;
            }
        });
        FakeWire wire = new FakeWire().deliver(stream, pieceLength);
        int told = 0;
        try {
            for (Optional<Reply> next = reader.read(wire, 0); next.isPresent(); next = reader.read(wire, 0)) {
                told += next.get().length();
            }
        } catch (IOException e) {
            assertThat(e).isInstanceOf(ReplyReader.NoReply.class);
            byte[] rest = new byte[stream.length];
            told += wire.readAll(rest);
        }
        assertThat(told + empty[0] + reader.drain().length).isEqualTo(stream.length);
    }
}
