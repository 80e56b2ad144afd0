// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.dialogue.DialogueEvent;

class ContentPipeTest {

    private final List<DialogueEvent> events = new ArrayList<>();
    private FakeWire wire;
    private Dialogue dialogue;

    @BeforeEach
    void open() {
        wire = new FakeWire();
        dialogue = new Dialogue(Timeouts.DEFAULT, events::add);
        dialogue.use(wire);
    }

    private String byData(String content, int pieceLength) throws IOException {
        DataPipe pipe = new DataPipe(dialogue, content.length());
        pieces(pipe, content, pieceLength);
        pipe.finish();
        pipe.endLine();
        dialogue.outgoing().flush();
        return new String(wire.written(), ISO_8859_1);
    }

    private static void pieces(ContentPipe pipe, String content, int pieceLength) throws IOException {
        byte[] octets = content.getBytes(ISO_8859_1);
        for (int i = 0; i < octets.length; i += pieceLength) {
            pipe.write(octets, i, Math.min(pieceLength, octets.length - i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 100})
    void doublesDotsAtLineStartsWhereverTheBlocksAreCut(int pieceLength) throws IOException {
        assertThat(byData(".\r\n..\r\na.b\r\n\r\n.x\r\n", pieceLength)).isEqualTo("..\r\n...\r\na.b\r\n\r\n..x\r\n");
    }

    @Test
    void endsTheLastLineBeforeTheDot() throws IOException {
        assertThat(byData("abc", 10)).isEqualTo("abc\r\n");
        assertThat(byData("", 10)).isEqualTo("abc\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb\r\n", "a\rb\r\n", "\n", "a\r\r\nb", "a\r", "\n.\n", "\r.\r", "a\r\n\n.\r\n",
            "x\r\n.\n"})
    void refusesLoneCarriageReturnsAndLineFeeds(String content) throws IOException {
        for (int pieceLength = 1; pieceLength <= content.length(); pieceLength++) {
            int length = pieceLength;
            open();
            assertThatThrownBy(() -> byData(content, length)).isInstanceOf(SmtpException.class)
                    .hasMessageContaining("lone");
        }
    }

    @Test
    void refusesMoreAndLessThanWasAnnounced() {
        DataPipe longer = new DataPipe(dialogue, 3);
        assertThatThrownBy(() -> longer.write(new byte[4], 0, 4)).hasMessageContaining("longer");
        DataPipe shorter = new DataPipe(dialogue, 3);
        assertThatThrownBy(shorter::finish).hasMessageContaining("shorter");
    }

    @Test
    void aFailureStaysAFailureEvenWhenTheContentIgnoresIt() {
        DataPipe pipe = new DataPipe(dialogue, 3);
        assertThatThrownBy(() -> pipe.write("a\nb".getBytes(ISO_8859_1), 0, 3)).isInstanceOf(SmtpException.class);

        assertThatThrownBy(pipe::finish).hasMessageContaining("lone LF");
    }

    @Test
    void cutsChunksOfAnnouncedLengthAndNeverStuffsThem() throws IOException {
        List<Boolean> announced = new ArrayList<>();
        StringBuilder beforeEnd = new StringBuilder();
        ChunkPipe.Chunks chunks = new ChunkPipe.Chunks() {
            @Override
            public void blockDone() {
                // There is nobody to be listened to.
            }

            @Override
            public void announced(boolean last, long length) {
                announced.add(last);
            }

            @Override
            public void beforeNext() {
                // Goes on.
            }

            @Override
            public void beforeEnd() throws IOException {
                dialogue.outgoing().flush();
                beforeEnd.append(new String(wire.written(), ISO_8859_1)).append('|');
            }
        };
        String content = ".a\r\n.\r\n..b\r\n";
        ChunkPipe pipe = new ChunkPipe(dialogue, chunks, content.length(), true, 5);
        pieces(pipe, content, 7);
        pipe.finish();
        dialogue.outgoing().flush();

        assertThat(new String(wire.written(), ISO_8859_1))
                .isEqualTo("BDAT 5\r\n.a\r\n.BDAT 5\r\n\r\n..bBDAT 2 LAST\r\n\r\n");
        assertThat(announced).containsExactly(false, false, true);
        assertThat(beforeEnd).hasToString("BDAT 5\r\n.a\r\n.BDAT 5\r\n\r\n..bBDAT 2 LAST\r\n|");
    }

    @Test
    void everyOctetIsCoveredByOneEventInOrder() throws IOException {
        Random random = new Random(7);
        StringBuilder content = new StringBuilder();
        while (content.length() < 300_000) {
            content.append(random.nextInt(3) == 0 ? "." : "x".repeat(random.nextInt(900))).append("\r\n");
        }
        byData(content.toString(), 40_000);

        long octets = 0;
        long offset = 0;
        for (DialogueEvent event : events) {
            DialogueEvent.ContentSent sent = (DialogueEvent.ContentSent) event;
            assertThat(sent.offset()).isEqualTo(offset);
            offset += sent.length();
            octets += sent.octets();
        }
        assertThat(offset).isEqualTo(content.length());
        assertThat(octets).isEqualTo(wire.written().length);
    }
}
