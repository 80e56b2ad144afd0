// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.service;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.sasl.SaslClientFactory;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
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

/** Collects what bundles publish, while it comes and goes. */
@Component
public final class DeliveryComponent implements DeliveryService {

    private final Handlers handlers = new Handlers();
    private final ExecutorService threads;
    private final Attachments attachments;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<DialogueListener> listeners = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SaslClientFactory> mechanisms = List.of();

    /** Starts no thread; handlers get one for each call. */
    @Activate
    public DeliveryComponent() {
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "wirepost-handler-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        attachments = new Attachments(handlers, threads, scratch());
    }

    private static Path scratch() {
        try {
            return Places.system().cache().resolve("scratch");
        } catch (AccountException e) {
            return Path.of(System.getProperty("java.io.tmpdir"), "wirepost-scratch");
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHandler(AttachmentHandler handler, ServiceReference<AttachmentHandler> reference) {
        handlers.add(new Registration(handler, types(reference.getProperty(AttachmentHandler.TYPES)),
                reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
                id(reference), reference.getBundle().getSymbolicName()));
    }

    void removeHandler(AttachmentHandler handler, ServiceReference<AttachmentHandler> reference) {
        handlers.remove(id(reference));
    }

    private static long id(ServiceReference<?> reference) {
        return (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    private static List<String> types(Object property) {
        if (property instanceof String one) {
            return List.of(one);
        }
        return property instanceof String[] several ? List.of(several) : List.of();
    }

    /** Lets the threads of handlers end; one that hangs is a daemon and is left behind. */
    @Deactivate
    void deactivate() {
        threads.shutdown();
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
