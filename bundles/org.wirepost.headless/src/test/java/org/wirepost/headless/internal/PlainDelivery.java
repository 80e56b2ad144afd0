// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javax.security.sasl.SaslClientFactory;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Deliveries without a framework. */
public final class PlainDelivery implements DeliveryService {

    private final Handlers handlers = new Handlers();
    private final Attachments attachments;
    private List<SaslClientFactory> mechanisms = List.of();
    private List<DialogueListener> listeners = List.of();

    /** Deliveries whose handlers write below a folder. */
    public PlainDelivery(Path scratch) {
        attachments = new Attachments(handlers, PlainDelivery::run, scratch);
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "test-handler");
        thread.setDaemon(true);
        thread.start();
    }

    /** Adds a handler. */
    public PlainDelivery with(AttachmentHandler handler, String... types) {
        handlers.add(new Registration(handler, List.of(types), 0, handlers.list().size(), "org.example.handler"));
        return this;
    }

    /** Adds a listener of all sessions. */
    public PlainDelivery with(DialogueListener listener) {
        listeners = List.of(listener);
        return this;
    }

    /** Adds SASL mechanisms. */
    public PlainDelivery with(SaslClientFactory factory) {
        mechanisms = List.of(factory);
        return this;
    }

    @Override
    public Handlers handlers() {
        return handlers;
    }

    @Override
    public Attachments attachments() {
        return attachments;
    }

    @Override
    public Extensions extensions() {
        return new Extensions(() -> listeners, () -> mechanisms);
    }

    @Override
    public Preparer preparer(PrepareSettings settings) {
        return new Preparer(attachments, settings);
    }

    @Override
    public Deliverer deliverer(Preparer preparer, Executor executor) {
        return new Deliverer(preparer, executor, extensions());
    }
}
