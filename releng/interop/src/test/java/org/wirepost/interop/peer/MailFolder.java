// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wirepost.interop.Await;

/** Where a server puts each message as {@code NAME.eml}, with its envelope beside it as {@code NAME.env}. */
public final class MailFolder implements Inbox {

    private final Path folder;
    private final Set<Path> known = new HashSet<>();
    private final List<Mail> mails = new ArrayList<>();

    MailFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized List<Mail> all() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.eml")) {
            for (Path file : files) {
                if (known.add(file)) {
                    mails.add(read(file));
                }
            }
        }
        return List.copyOf(mails);
    }

    private static Mail read(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path envelope = file.resolveSibling(name.substring(0, name.length() - "eml".length()) + "env");
        List<String> lines = Files.readAllLines(envelope, StandardCharsets.UTF_8);
        String sender = lines.get(0).substring("sender=".length());
        return Mail.of(sender, lines.stream().filter(line -> line.startsWith("rcpt="))
                .map(line -> line.substring("rcpt=".length())).toList(), Files.readAllBytes(file));
    }

    /** Returns what has arrived so far and fits. */
    public List<Mail> all(Predicate<Mail> condition) throws IOException {
        return all().stream().filter(condition).toList();
    }

    /** Waits for the first message that fits. */
    public Mail await(String what, Predicate<Mail> condition) throws IOException {
        return Await.until(what, () -> all(condition).stream().findFirst());
    }

    @Override
    public Mail await(String messageId) throws IOException {
        return await("the message " + messageId, mail -> mail.messageId().equals(messageId));
    }

    /** Waits for messages, one for each id. */
    public void awaitAll(Set<String> messageIds) throws IOException {
        Await.until(messageIds.size() + " messages", () -> {
            Set<String> missing = new HashSet<>(messageIds);
            all().forEach(mail -> missing.remove(mail.messageId()));
            return missing.isEmpty() ? Optional.of(missing) : Optional.empty();
        });
    }

    @Override
    public void awaitQuiet() throws IOException {
        for (String queue : new String[] {"maildrop", "incoming", "active"}) {
            Path files = folder.resolveSibling("spool").resolve(queue);
            if (Files.isDirectory(files)) {
                Await.until("an end of " + files, () -> isEmpty(files) ? Optional.of(true) : Optional.empty());
            }
        }
    }

    private static boolean isEmpty(Path files) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(files)) {
            return !entries.iterator().hasNext();
        }
    }
}
