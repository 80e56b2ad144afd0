// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.dialogue.Outcome;

/** What the content is told before its end leaves, and what happens when it objects. */
@Timeout(60)
class BeforeEndTest {

    private static final String[] RECIPIENTS = {"b@example.org", "reject5@example.org", "c@example.org"};

    enum Way {
        DATA_IN_LOCKSTEP(LabExtension.PIPELINING, LabExtension.CHUNKING),
        DATA_IN_GROUPS(LabExtension.CHUNKING),
        CHUNKS_IN_LOCKSTEP(LabExtension.PIPELINING),
        CHUNKS_IN_FLIGHT;

        private final LabExtension[] missing;

        Way(LabExtension... missing) {
            this.missing = missing;
        }
    }

    /** Content that notes what it is told, and objects where it shall. */
    private static final class Watched implements OutgoingContent {

        private final OutgoingContent content;
        private final Predicate<Integer> objects;
        private final List<List<String>> told = new ArrayList<>();
        private final LabServer server;
        private long stored;
        private boolean watched;

        Watched(LabServer server, String text, Predicate<Integer> objects) {
            this.server = server;
            this.content = Peer.content(text);
            this.objects = objects;
        }

        @Override
        public long size() {
            return content.size();
        }

        @Override
        public boolean needs8Bit() {
            return false;
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
        public boolean isWatched() {
            return watched;
        }

        @Override
        public void writeTo(ContentSink sink) throws IOException {
            content.writeTo(sink);
        }

        @Override
        public void beforeEnd(List<Recipient> recipients) throws IOException {
            told.add(recipients.stream().map(Recipient::address).toList());
            stored = server.messageCount();
            if (objects.test(told.size())) {
                throw new IOException("the disk is gone");
            }
        }
    }

    private static LabServer lab(Way way) throws IOException {
        return LabServer.start(LabSettings.builder().without(way.missing).build());
    }

    private static String text(int size) {
        return "Subject: hi\r\n\r\n" + ("x".repeat(70) + "\r\n").repeat(size / 72);
    }

    private static Submission submission(OutgoingContent content, String... recipients) {
        return new Submission(Envelope.of("a@example.org", recipients), content);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isCalledOnceWithThoseItMayReach(Way way) throws IOException {
        for (int size : new int[] {0, 100, 20_000, 300_000, 9_000_000}) {
            try (LabServer server = lab(way);
                    SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
                connection.connect();
                Watched content = new Watched(server, size == 0 ? "" : text(size), count -> false);
                TransactionResult result = connection.send(submission(content, RECIPIENTS));

                assertThat(result.outcomes()).extracting(Outcome::state)
                        .containsExactly("accepted", "refused", "accepted");
                boolean blind = way == Way.CHUNKS_IN_FLIGHT && size < 256 * 1024;
                assertThat(content.told).containsExactly(blind ? List.of(RECIPIENTS)
                        : List.of("b@example.org", "c@example.org"));
                assertThat(content.stored).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void onlyOneIsInDoubtWhenTheyAreWatched(Way way) throws Exception {
        List<TransactionResult> results = new ArrayList<>();
        LabSettings settings = LabSettings.builder().without(way.missing)
                .script(Script.script().on(Stage.END_OF_DATA).nth(8).swallow().close()).build();
        try (LabServer server = LabServer.start(settings);
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
            connection.connect();
            List<Watched> contents = IntStream.range(0, 40)
                    .mapToObj(i -> new Watched(server, text(100), count -> false))
                    .toList();
            contents.forEach(content -> content.watched = true);
            connection.sendAll(contents.stream().map(content -> submission(content, RECIPIENTS)).iterator(),
                    results::add);

            assertThat(results.subList(0, 7)).allMatch(result -> result.outcomes().get(0) instanceof Outcome.Accepted);
            assertThat(results.get(7).outcomes()).extracting(Outcome::state).containsExactly("unknown", "refused",
                    "unknown");
            assertThat(results.subList(8, results.size())).allMatch(result ->
                    result.outcomes().stream().allMatch(Outcome.Deferred.class::isInstance));
            assertThat(contents.subList(0, 8)).allMatch(content -> content.told.equals(
                    List.of(List.of("b@example.org", "c@example.org"))));
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aMessageThatObjectsIsNotTaken(Way way) throws Exception {
        for (int size : new int[] {100, 300_000, 9_000_000}) {
            try (LabServer server = lab(way);
                    SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
                connection.connect();
                Watched content = new Watched(server, text(size), count -> true);
                TransactionResult result = connection.send(submission(content, "b@example.org", "c@example.org"));

                assertThat(result.outcomes()).extracting(Outcome::state).containsExactly("deferred", "deferred");
                assertThat(result.failure().orElseThrow().kind()).isEqualTo(SmtpException.Kind.CONTENT);
                assertThat(result.failure().orElseThrow()).hasMessageContaining("the disk is gone");
                assertThat(connection.isOpen()).isFalse();
                server.awaitSessionEnd(Duration.ofSeconds(10));
                assertThat(server.messageCount()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void oneThatObjectsAmongManyHarmsNoOther(Way way) throws Exception {
        List<TransactionResult> results = new ArrayList<>();
        try (LabServer server = lab(way);
                SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
            connection.connect();
            List<Watched> contents = IntStream.range(0, 40)
                    .mapToObj(i -> new Watched(server, text(100) + i + "\r\n", count -> i == 17)).toList();
            connection.sendAll(contents.stream().map(content -> submission(content, "b@example.org")).iterator(),
                    results::add);
            server.awaitSessionEnd(Duration.ofSeconds(10));

            assertThat(results).hasSize(18);
            assertThat(results.subList(0, 17)).allMatch(TransactionResult::isComplete);
            assertThat(results.get(17).outcomes().get(0)).isInstanceOf(Outcome.Deferred.class);
            assertThat(server.messages()).extracting(StoredMessage::text).noneMatch(text -> text.endsWith("\n17\r\n"));
            assertThat(server.messageCount()).isEqualTo(17);
            assertThat(contents.subList(0, 18)).allMatch(content -> content.told.size() == 1);
        }
    }

    @Test
    void isNotCalledWhenNobodyIsToGetIt() throws IOException {
        for (Way way : List.of(Way.DATA_IN_LOCKSTEP, Way.DATA_IN_GROUPS, Way.CHUNKS_IN_LOCKSTEP)) {
            try (LabServer server = lab(way);
                    SmtpConnection connection = new SmtpConnection(Peer.to(server, TlsMode.NONE), event -> { })) {
                connection.connect();
                Watched content = new Watched(server, text(100), count -> false);
                connection.send(submission(content, "reject5@example.org"));

                assertThat(content.told).isEmpty();
            }
        }
    }
}
