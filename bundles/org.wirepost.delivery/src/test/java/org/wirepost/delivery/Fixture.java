// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Registration;

/** A preparer with the built-in handler and those added to it. */
final class Fixture implements AutoCloseable {

    static final Mailbox ANNA = new Mailbox("Anna", "anna", "example.org");

    final Handlers handlers = new Handlers();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Attachments attachments;
    private final Preparer preparer;

    Fixture(Path scratch) {
        this(scratch, false);
    }

    Fixture(Path scratch, boolean allowBroken) {
        attachments = new Attachments(handlers, threads, scratch);
        preparer = preparer(allowBroken);
    }

    Preparer preparer() {
        return preparer;
    }

    private Preparer preparer(boolean allowBroken) {
        return new Preparer(attachments, new PrepareSettings(PlanSettings.seeded(7), allowBroken));
    }

    void add(AttachmentHandler handler, String type) {
        handlers.add(new Registration(handler, List.of(type), 10, 1, "test.handler"));
    }

    /** A short letter from Anna. */
    static Draft.Builder letter(String... to) {
        return Draft.builder().from(ANNA).to(List.of(to).stream().map(Fixture::mailbox).toList())
                .subject("Hello").text("Good morning.\n.\nAnna\n");
    }

    static Mailbox mailbox(String text) {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        preparer.close();
        threads.shutdownNow();
    }
}
