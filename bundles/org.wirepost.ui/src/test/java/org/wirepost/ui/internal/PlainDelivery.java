// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;

/** Deliveries without a framework. */
public final class PlainDelivery implements DeliveryService {

    private final Handlers handlers = new Handlers();
    private final Attachments attachments;

    /** Deliveries whose handlers write below a folder. */
    public PlainDelivery(Path scratch) {
        attachments = new Attachments(handlers, PlainDelivery::run, scratch);
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "test-handler");
        thread.setDaemon(true);
        thread.start();
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
        return Extensions.NONE;
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
