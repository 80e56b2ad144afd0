// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.StoredMessage;

/** Content handed over in pieces of every size arrives octet for octet, by DATA and BDAT, one message for each. */
class ContentExactTest {

    private static final List<String> SHORT = List.of(
            "", "\r\n", ".", ".\r\n", "..\r\n", "\r\n.\r\n", "\r\n.\r\n.\r\n..\r\n",
            "a\r\n.b\r\n", "a\r\n.\r\nMAIL FROM:<x@example.org>\r\n", "BDAT 3 LAST\r\n.\r\nQUIT\r\n", "a \t\r\n \r\n",
            "\u0001\u0007\u000b\u001b\u007f\r\n", "\u00c3\u00a4\u00ff\r\n.\u0080\r\n", "no end", "a\r\n.");
    private static final int[] EDGES = {4096, 8192, 16_384, 32_768, 65_536, 131_072};

    /** How the content goes. */
    private enum Way {
        DATA(Set.of("CHUNKING")), DATA_IN_LOCKSTEP(Set.of("CHUNKING", "PIPELINING")), BDAT(Set.of()),
        BDAT_IN_LOCKSTEP(Set.of("PIPELINING"));

        private final Set<String> without;

        Way(Set<String> without) {
            this.without = without;
        }
    }

    private record Pieces(byte[] octets, int pieceLength) implements OutgoingContent {

        @Override
        public long size() {
            return octets.length;
        }

        @Override
        public boolean needs8Bit() {
            return OutgoingContent.of(octets).needs8Bit();
        }

        @Override
        public boolean needsBinary() {
            return false;
        }

        @Override
        public boolean needsUtf8() {
            return false;
        }

        @Override
        public void writeTo(ContentSink sink) throws IOException {
            for (int i = 0; i < octets.length; i += pieceLength) {
                sink.write(octets, i, Math.min(pieceLength, octets.length - i));
            }
        }
    }

    private static List<Pieces> all() {
        List<Pieces> all = new ArrayList<>();
        for (String text : SHORT) {
            byte[] octets = text.getBytes(ISO_8859_1);
            for (int length = 1; length <= Math.max(1, octets.length); length++) {
                all.add(new Pieces(octets, length));
            }
        }
        for (int edge : EDGES) {
            for (int shift = -3; shift <= 3; shift++) {
                byte[] octets = dotAt(edge + shift);
                for (int length : new int[] {edge - 1, edge, edge + 1, octets.length, 997}) {
                    all.add(new Pieces(octets, length));
                }
            }
        }
        return all;
    }

    /** Returns lines of which one begins with a dot at this place. */
    private static byte[] dotAt(int place) {
        byte[] octets = new byte[place + 6];
        Arrays.fill(octets, (byte) 'x');
        for (int i = 900; i < place - 2; i += 902) {
            octets[i] = '\r';
            octets[Math.min(i + 1, place - 2)] = '\n';
        }
        byte[] end = "\r\n.\r\n..\r\n".getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(octets, place - 2 + end.length);
        System.arraycopy(end, 0, all, place - 2, end.length);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void everySplitArrivesAsItWasMeant(Way way) throws IOException {
        List<Pieces> contents = all();
        int differences = 0;
        try (LabServer server = LabServer.start(LabSettings.builder().limits(limits -> limits.withKeptMessages(2))
                .build());
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE).without(way.without),
                        event -> { })) {
            connection.connect();
            for (Pieces content : contents) {
                long before = server.messageCount();
                assertThat(connection.send(new Submission(Peer.ENVELOPE, content)).isComplete()).isTrue();
                assertThat(server.messageCount()).isEqualTo(before + 1);
                List<StoredMessage> messages = server.messages();
                differences += isSame(messages.get(messages.size() - 1).bytes(), content.octets(), way) ? 0 : 1;
            }
            connection.quit();
        }
        System.out.println("Content by " + way + ": " + contents.size() + " splits sent, " + differences
                + " differences, each arrived once");
        assertThat(differences).isZero();
    }

    /** DATA can only carry whole lines. */
    private static boolean isSame(byte[] arrived, byte[] sent, Way way) {
        String text = new String(sent, ISO_8859_1);
        boolean open = way.name().startsWith("DATA") && !text.isEmpty() && !text.endsWith("\r\n");
        return Arrays.equals(arrived, (open ? text + "\r\n" : text).getBytes(ISO_8859_1));
    }
}
