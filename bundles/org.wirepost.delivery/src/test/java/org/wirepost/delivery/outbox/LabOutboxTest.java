// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.Job;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.lab.LabExtension;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.Script;
import org.wirepost.lab.Stage;
import org.wirepost.lab.StoredMessage;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Mail of the outbox on its way through real sockets to the lab server. */
@Timeout(120)
class LabOutboxTest {

    enum Way {
        LOCKSTEP(LabExtension.values()),
        GROUPS(LabExtension.CHUNKING),
        CHUNKS_IN_LOCKSTEP(LabExtension.PIPELINING),
        CHUNKS;

        private final LabExtension[] missing;

        Way(LabExtension... missing) {
            this.missing = missing;
        }
    }

    @TempDir
    Path folder;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Preparer preparer;
    private Post post;
    private Outbox outbox;
    private LabServer server;

    @BeforeEach
    void open() throws OutboxException {
        post = new Post(folder.resolve("scratch"));
        preparer = new Preparer(new Attachments(new Handlers(), threads, folder.resolve("scratch")),
                PrepareSettings.DEFAULT);
        outbox = Outbox.open(folder.resolve("outbox"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        preparer.close();
        post.close();
        threads.shutdownNow();
    }

    private void lab(Way way, UnaryOperator<LabSettings.Builder> change) throws IOException {
        server = LabServer.start(change.apply(LabSettings.builder().without(way.missing)).build());
    }

    private QueuedMail queue(String text, String... to) throws OutboxException, OrderException {
        try (PreparedOrder letter = post.letterWith(text, to)) {
            return outbox.queue(letter, "lab", QueueOptions.DEFAULT);
        }
    }

    private ServerLogin login() {
        return ServerLogin.anonymous(ConnectionSettings.of("localhost", server.port(), TlsMode.NONE)
                .withResolver(host -> List.of(server.address())));
    }

    private Deliverer deliverer() {
        return new Deliverer(preparer, threads, Extensions.NONE);
    }

    private QueuedMail send(Outbox from, String id) throws OutboxException {
        try (Sender sender = from.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(id);
            DeliveryReport report = deliverer().deliver(attempt.order(), login(), DeliverySettings.DEFAULT,
                    DialogueListener.NONE);
            return attempt.record(report, Post.IN_AN_HOUR);
        }
    }

    private static List<RecipientState> states(QueuedMail mail) {
        return mail.recipients().stream().map(RecipientStatus::state).toList();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void goesTheWayOfAnyOtherMail(Way way) throws Exception {
        for (int lines : new int[] {1, 6_000}) {
            QueuedMail mail = queue(".\n".repeat(10) + "text\n".repeat(lines), "a@example.org", "reject5@example.org",
                    "defer4@example.org", "b@example.org");
            List<List<Note.Kind>> atTheServer = Collections.synchronizedList(new ArrayList<>());
            lab(way, settings -> settings.listener(new LabListener() {
                @Override
                public void messageStored(LabSession session, StoredMessage message) {
                    atTheServer.add(kinds(mail.id()));
                }
            }));
            QueuedMail sent = send(outbox, mail.id());

            assertThat(states(sent)).containsExactly(RecipientState.SENT, RecipientState.REFUSED,
                    RecipientState.DEFERRED, RecipientState.SENT);
            assertThat(server.messages()).hasSize(1);
            assertThat(server.messages().get(0).text()).isEqualTo(Files.readString(mail.content()));
            assertThat(server.messages().get(0).recipientAddresses()).containsExactly("a@example.org",
                    "b@example.org");
            assertThat(atTheServer).hasSize(1);
            assertThat(atTheServer.get(0)).contains(Note.Kind.DOT).doesNotContain(Note.Kind.SENT);
            server.close();
        }
    }

    private List<Note.Kind> kinds(String id) {
        try {
            return outbox.history(id).stream().map(Note::kind).toList();
        } catch (OutboxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatCannotBeWrittenDownDoesNotLeave(Way way) throws Exception {
        lab(way, settings -> settings);
        QueuedMail mail = queue("hello\n", "a@example.org");
        for (int step = 1; step < 4; step++) {
            FaultyDisk broken = new FaultyDisk(new FaultyDisk.Machine(), "broken", FaultyDisk.Fault.ERROR, 2 + step);
            Outbox failing = Outbox.open(folder.resolve("outbox"), Clock.systemUTC(), broken, System::nanoTime);
            try {
                send(failing, mail.id());
            } catch (OutboxException e) {
                assertThat(e.kind()).isEqualTo(OutboxException.Kind.DISK);
            }
            assertThat(broken.hasStruck()).isTrue();
            // The steps are: the beginning and its sync, the dot and its sync, the results and their sync.
            assertThat(server.messageCount()).isZero();
            QueuedMail after = outbox.find(mail.id()).orElseThrow();
            if (states(after).contains(RecipientState.UNKNOWN)) {
                outbox.resend(mail.id());
            }
        }
        assertThat(send(outbox, mail.id()).state()).isEqualTo(MailState.SENT);
        assertThat(server.messageCount()).isEqualTo(1);
    }

    @Test
    void theReportNamesTheContentThatIsNotWhatWasQueued() throws Exception {
        lab(Way.CHUNKS, settings -> settings);
        QueuedMail mail = queue("hello\n", "a@example.org");
        Files.writeString(mail.content(), Files.readString(mail.content()).replace("hello", "jello"));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(mail.id());
            DeliveryReport report = deliverer().deliver(attempt.order(), login(), DeliverySettings.DEFAULT,
                    DialogueListener.NONE);
            assertThat(report.failure().orElseThrow().sentence()).isEqualTo("The content of the mail is not what was"
                    + " queued: its file is damaged.");
            assertThat(attempt.record(report, Post.IN_AN_HOUR).state()).isEqualTo(MailState.HELD);
        }
        assertThat(server.messageCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLostReplyIsUnknownAndAResendCarriesTheSameMessageId(Way way) throws Exception {
        lab(way, settings -> settings.script(Script.script().on(Stage.END_OF_DATA).inSession(1).swallow().close()));
        QueuedMail mail = queue("hello\n", "a@example.org");
        assertThat(states(send(outbox, mail.id()))).containsExactly(RecipientState.UNKNOWN);
        outbox.resend(mail.id());
        assertThat(send(outbox, mail.id()).state()).isEqualTo(MailState.SENT);
        assertThat(server.messages()).extracting(StoredMessage::text).allMatch(text ->
                text.contains("<" + mail.messageId().orElseThrow() + ">"));
    }

    /** Gives the jobs of a batch, and takes their reports. */
    private final class Lane implements Iterator<Job> {

        private final Sender sender;
        private final Iterator<QueuedMail> due;
        private final Map<String, Attempt> open = Collections.synchronizedMap(new HashMap<>());

        Lane(Sender sender) throws OutboxException {
            this.sender = sender;
            this.due = sender.due().iterator();
        }

        @Override
        public boolean hasNext() {
            return due.hasNext();
        }

        @Override
        public Job next() {
            try {
                Attempt attempt = sender.begin(due.next().id());
                open.put(attempt.mail().id(), attempt);
                return attempt.order();
            } catch (OutboxException e) {
                throw new IllegalStateException(e);
            }
        }

        void take(DeliveryReport report) {
            try {
                open.remove(report.label()).record(report, Post.IN_AN_HOUR);
            } catch (OutboxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void manyGoOverFewConnectionsEvenWhenOneBreaks(Way way) throws Exception {
        int count = 40;
        for (int i = 0; i < count; i++) {
            queue("letter " + i + "\n", "b" + i + "@example.org", i % 10 == 3 ? "reject5@example.org"
                    : "c" + i + "@example.org");
        }
        lab(way, settings -> settings.script(Script.script().on(Stage.MAIL).inSession(1).nth(7).close()));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Lane lane = new Lane(sender);
            deliverer().deliverAll(lane, login(), DeliverySettings.DEFAULT.withParallel(2), () -> DialogueListener.NONE,
                    lane::take);
            assertThat(lane.open).isEmpty();
        }
        List<String> stored = server.messages().stream().map(message -> message.recipientAddresses().get(0)).toList();
        assertThat(stored).hasSize(count).doesNotHaveDuplicates();
        List<QueuedMail> mails = outbox.list();
        assertThat(mails).hasSize(count).allMatch(mail -> mail.attempts() == 1);
        for (QueuedMail mail : mails) {
            RecipientStatus first = mail.recipients().get(0);
            assertThat(first.state()).as(first.toString()).isEqualTo(RecipientState.SENT);
        }
    }

    @Test
    void cancellingLeavesWhatHasNotLeftInTheQueue() throws Exception {
        QueuedMail mail = queue("hello\n", "a@example.org");
        AtomicInteger reached = new AtomicInteger();
        Deliverer deliverer = deliverer();
        lab(Way.LOCKSTEP, settings -> settings.script(Script.script().on(Stage.DATA).stall()));
        try (Sender sender = outbox.acquire().orElseThrow()) {
            Attempt attempt = sender.begin(mail.id());
            DeliveryReport report = deliverer.deliver(attempt.order(), login(), DeliverySettings.DEFAULT, event -> {
                if (event.stage() == org.wirepost.smtp.dialogue.Stage.DATA && reached.getAndIncrement() == 0) {
                    threads.execute(deliverer::cancel);
                }
            });
            QueuedMail tried = attempt.record(report, Post.IN_AN_HOUR);
            assertThat(states(tried)).containsExactly(RecipientState.DEFERRED);
        }
        assertThat(server.messageCount()).isZero();
    }
}
