// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.Script;
import org.wirepost.lab.TranscriptLine;
import org.wirepost.smtp.dialogue.Outcome;

/**
 * What the server says between the last block and the last octet: it is heard before that octet leaves, and never taken
 * for what becomes of the message.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class EarlyResultTest {

    private static final byte[] LETTER = ("Subject: early\r\n\r\n" + ("." + "x".repeat(61) + "\r\n").repeat(5_000))
            .getBytes(US_ASCII);
    private static final int EARLY_AT = 150_000;

    @TempDir
    private Path folder;
    private final CountDownLatch said = new CountDownLatch(1);

    static Stream<SweepWay> ways() {
        return SweepWay.all().stream().filter(way -> way.tls() != LabTls.STARTTLS);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void praiseIsAFault(SweepWay way) throws Exception {
        TransactionResult result = send(way, "250 2.0.0 early\r\n", new Waiting(false));

        assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
        assertThat(result.failure().orElseThrow().kind()).isEqualTo(SmtpException.Kind.PROTOCOL);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aRefusalIsTheAnswer(SweepWay way) throws Exception {
        TransactionResult result = send(way, "554 5.6.0 early\r\n", new Waiting(false));

        assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("refused");
        assertThat(result.outcomes().get(0).reply().orElseThrow().code()).isEqualTo(554);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void filesThatAreSentAsTheyAreAreNoException(SweepWay way) throws Exception {
        if (way.chunks()) {
            assertThat(send(way, "250 2.0.0 early\r\n", new Waiting(true)).outcomes()).extracting(Outcome::state)
                    .containsExactly("deferred");
        }
    }

    @Test
    void praiseOfAChunkThatIsStillOnItsWayIsAFault() throws Exception {
        SweepWay way = new SweepWay(true, true, LabTls.NONE);
        byte[] large = Arrays.copyOf(LETTER, LETTER.length * 4);
        for (int i = 1; i < 4; i++) {
            System.arraycopy(LETTER, 0, large, i * LETTER.length, LETTER.length);
        }
        TransactionResult result = send(way, "250 2.0.0 early\r\n", new EndNoted(OutgoingContent.of(large)) {
            @Override
            public void writeTo(ContentSink sink) throws IOException {
                sink.write(large, 0, EARLY_AT * 2);
                awaitWords();
                sink.write(large, EARLY_AT * 2, large.length - EARLY_AT * 2);
            }
        });

        assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred");
        assertThat(result.failure().orElseThrow()).hasMessageContaining("answered CHUNK before it had been sent");
    }

    private void awaitWords() throws IOException {
        try {
            if (!said.await(10, TimeUnit.SECONDS)) {
                throw new IOException("the server has not spoken");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private TransactionResult send(SweepWay way, String early, OutgoingContent content) throws Exception {
        Script script = Script.script().onContent(EARLY_AT).send(early).stall();
        try (LabServer server = LabServer.start(way.lab().script(script).listener(new LabListener() {
            @Override
            public void line(LabSession session, TranscriptLine line) {
                if (line.text().startsWith("By script")) {
                    said.countDown();
                }
            }
        }).build()); SmtpConnection connection = new SmtpConnection(Peer.to(server, way.mode()), event -> { })) {
            connection.connect();
            TransactionResult result = connection.send(new Submission(Peer.ENVELOPE, content));
            assertThat(connection.isOpen()).isFalse();
            assertThat(server.messageCount()).isZero();
            return result;
        }
    }

    /** Content whose end is kept back until the server has spoken, as a slow disk would. */
    private final class Waiting implements OutgoingContent {

        private final boolean file;

        Waiting(boolean file) {
            this.file = file;
        }

        @Override
        public long size() {
            return LETTER.length;
        }

        @Override
        public boolean needs8Bit() {
            return false;
        }

        @Override
        public boolean needsBinary() {
            return file;
        }

        @Override
        public boolean needsUtf8() {
            return false;
        }

        @Override
        public boolean isWatched() {
            return true;
        }

        @Override
        public void writeTo(ContentSink sink) throws IOException {
            if (file) {
                Path letter = Files.write(folder.resolve("letter"), LETTER);
                try (FileChannel channel = FileChannel.open(letter)) {
                    sink.transfer(channel, 0, LETTER.length);
                }
            } else {
                sink.write(LETTER, 0, LETTER.length);
            }
        }

        @Override
        public void beforeEnd(List<Recipient> recipients) throws IOException {
            awaitWords();
        }
    }
}
