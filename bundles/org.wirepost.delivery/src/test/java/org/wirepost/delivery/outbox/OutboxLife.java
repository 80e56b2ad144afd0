// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.outbox.Post.Verdict;

/**
 * What a process does that a test kills, or whose disk it fills: it queues mails and sends them, and notes in plain
 * files what it was told, and what the server has got.
 */
final class OutboxLife {

    static final Retry RETRY = (mail, outcome, failure) -> new Retry.Next.At(Instant.now().plusSeconds(3600));
    static final List<String> TO = List.of("a@example.org", "b@example.org");

    private final Path notes;
    private final Outbox outbox;
    private final Post post;
    private final Post.Server server = new Post.Server();
    private int noted;

    private OutboxLife(Path place) throws IOException {
        notes = place.resolve("notes");
        Files.createDirectories(notes);
        outbox = Outbox.open(place.resolve("outbox"), Clock.systemUTC());
        post = new Post(notes);
        server.afterEnd = () -> note("got", String.join("\n", server.got.subList(noted, server.got.size())));
    }

    public static void main(String[] args) throws Exception {
        OutboxLife life = new OutboxLife(Path.of(args[0]));
        switch (args[1]) {
            case "once" -> life.once("");
            case "forever" -> life.forever(args[2]);
            case "fill" -> life.fill();
            default -> throw new IllegalArgumentException(args[1]);
        }
        // Threads of the preparer may still run.
        Runtime.getRuntime().halt(0);
    }

    private void note(String file, String line) {
        try {
            Files.writeString(notes.resolve(file), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            noted = server.got.size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> noted(Path place, String file) throws IOException {
        Path notes = place.resolve("notes").resolve(file);
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    /** Queues a mail, sends it to one of two, and then to the other. */
    private void once(String prefix) throws Exception {
        String[] to = TO.stream().map(address -> prefix + address).toArray(String[]::new);
        QueuedMail mail;
        try (PreparedOrder letter = post.letter(to)) {
            mail = outbox.queue(letter, "home", QueueOptions.DEFAULT);
        } catch (OutboxException e) {
            note("refused", e.kind().name());
            throw e;
        }
        note("queued", mail.id() + " " + to[0] + " " + to[1]);
        try (Sender sender = outbox.acquire().orElseThrow()) {
            server.verdicts = recipient -> recipient.endsWith("b@example.org") ? Verdict.DEFER : Verdict.TAKE;
            send(sender, mail.id());
            server.verdicts = recipient -> Verdict.TAKE;
            send(sender, mail.id());
        }
    }

    private void send(Sender sender, String id) throws OutboxException {
        Attempt attempt = sender.begin(id);
        for (RecipientStatus recipient : attempt.record(server.deliver(attempt.order()), RETRY)
                .recipients()) {
            if (recipient.state() == RecipientState.SENT) {
                note("sent", recipient.address());
            }
        }
    }

    private void forever(String name) throws Exception {
        System.out.println("ready");
        for (int i = 0; ; i++) {
            once(name + "-" + i + "-");
        }
    }

    /** Queues until the disk is full; what was queued must then still come to its end. */
    private void fill() throws Exception {
        String text = "x".repeat(70) + "\n";
        String words = "";
        for (int i = 0; words.isEmpty(); i++) {
            try (PreparedOrder letter = post.letterWith(text.repeat(300), i + "a@example.org")) {
                outbox.queue(letter, "home", QueueOptions.DEFAULT);
            } catch (OutboxException e) {
                words = e.kind() + ": " + e.getMessage();
            }
        }
        System.out.println(words);
        int queued = outbox.list().size();
        try (Sender sender = outbox.acquire().orElseThrow()) {
            for (QueuedMail mail : sender.due()) {
                Attempt attempt = sender.begin(mail.id());
                server.afterEnd = () -> { };
                attempt.record(server.deliver(attempt.order()), RETRY);
            }
        }
        long sent = outbox.list().stream().filter(mail -> mail.state() == MailState.SENT).count();
        System.out.println(queued + " " + sent + " " + server.got.size() + " " + outbox.setAside().size());
    }
}
