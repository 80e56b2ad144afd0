// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Optional;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.Timeouts;

/** What a message becomes behind DATA and BDAT, in blocks of any size. */
class ContentFuzzTest {

    @FuzzTest
    void content(byte[] input) throws IOException {
        int pieceLength = input.length == 0 ? 1 : 1 + (input[0] & 0x1F);
        String content = new String(input, ISO_8859_1);
        boolean lone = content.replace("\r\n", "").matches("(?s).*[\r\n].*");
        Optional<String> data = behindData(input, pieceLength);
        assertThat(data.isEmpty()).as("refused for a lone CR or LF").isEqualTo(lone);
        assertThat(data).isEqualTo(behindData(input, input.length + 1));
        if (data.isPresent()) {
            String ended = content.isEmpty() || content.endsWith("\n") ? content : content + "\r\n";
            assertThat(data.get()).isEqualTo(ended.replaceAll("(?m)(?<![\\s\\S])\\.|(?<=\r\n)\\.", ".."));
            assertThat(data.get()).doesNotContain("\r\n.\r\n");
            assertThat(behindBdat(input, pieceLength)).isEqualTo(content);
        }
    }

    private static Optional<String> behindData(byte[] content, int pieceLength) throws IOException {
        Pieces wire = new Pieces(new byte[0], 1);
        Dialogue dialogue = dialogue(wire);
        DataPipe pipe = new DataPipe(dialogue, content.length);
        try {
            inPieces(pipe, content, pieceLength);
            pipe.finish();
        } catch (SmtpException e) {
            assertThat(e.getMessage()).contains("lone");
            return Optional.empty();
        }
        if (content.length > 0) {
            pipe.endLine();
        }
        dialogue.outgoing().flush();
        return Optional.of(new String(wire.written(), ISO_8859_1));
    }

    private static String behindBdat(byte[] content, int pieceLength) throws IOException {
        Pieces wire = new Pieces(new byte[0], 1);
        Dialogue dialogue = dialogue(wire);
        ChunkPipe pipe = new ChunkPipe(dialogue, new Silent(), content.length, true, 3 + pieceLength);
        inPieces(pipe, content, pieceLength);
        pipe.finish();
        dialogue.outgoing().flush();
        return unchunked(new String(wire.written(), ISO_8859_1));
    }

    /** Reads the chunks as a server does: only the announced lengths count. */
    private static String unchunked(String stream) {
        StringBuilder content = new StringBuilder();
        boolean last = false;
        int at = 0;
        while (at < stream.length()) {
            assertThat(last).as("nothing behind the last chunk").isFalse();
            int end = stream.indexOf("\r\n", at);
            String[] words = stream.substring(at, end).split(" ");
            assertThat(words[0]).isEqualTo("BDAT");
            int length = Integer.parseInt(words[1]);
            last = words.length == 3 && words[2].equals("LAST");
            content.append(stream, end + 2, end + 2 + length);
            at = end + 2 + length;
        }
        assertThat(last).isTrue();
        return content.toString();
    }

    private static void inPieces(ContentPipe pipe, byte[] content, int pieceLength) throws IOException {
        for (int i = 0; i < content.length; i += pieceLength) {
            pipe.write(content, i, Math.min(pieceLength, content.length - i));
        }
    }

    private static Dialogue dialogue(Pieces wire) {
        Dialogue dialogue = new Dialogue(Timeouts.DEFAULT, event -> { });
        dialogue.use(wire);
        return dialogue;
    }

    /** Nobody answers between chunks. */
    private static final class Silent implements ChunkPipe.Chunks {
        @Override
        public void blockDone() {
            // Goes on.
        }

        @Override
        public void announced(boolean last, long length) {
            // Nothing to note.
        }

        @Override
        public void beforeNext() {
            // Goes on.
        }

        @Override
        public void beforeEnd() {
            // Goes on.
        }
    }
}
