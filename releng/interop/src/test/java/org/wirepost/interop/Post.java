// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.wirepost.delivery.Deliverer;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.PreparedOrder;
import org.wirepost.delivery.Preparer;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.mime.AddressException;
import org.wirepost.mime.AddressParser;
import org.wirepost.mime.Mailbox;
import org.wirepost.mime.attachment.AttachmentHandler;
import org.wirepost.mime.attachment.Attachments;
import org.wirepost.mime.attachment.Handlers;
import org.wirepost.mime.attachment.Registration;
import org.wirepost.mime.jpeg.internal.JpegHandler;
import org.wirepost.smtp.dialogue.DialogueEvent;

/** Sends as the product does, and keeps what was said. */
public final class Post implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path scratch;
    private final Preparer preparer;
    private final List<DialogueEvent> events = Collections.synchronizedList(new ArrayList<>());

    /** Opens the post office, with the handler of JPEG files. */
    public Post() throws IOException {
        scratch = Files.createTempDirectory("wirepost-post-");
        Handlers handlers = new Handlers();
        AttachmentHandler jpeg = new JpegHandler();
        handlers.add(new Registration(jpeg, List.of("image/jpeg"), 0, 1, "org.wirepost.mime.jpeg"));
        preparer = new Preparer(new Attachments(handlers, threads, scratch), PrepareSettings.DEFAULT);
    }

    /** Sends one order over a connection of its own. */
    public DeliveryReport send(Order order, ServerLogin login) {
        return send(order, login, DeliverySettings.DEFAULT);
    }

    /** Sends one order over a connection of its own. */
    public DeliveryReport send(Order order, ServerLogin login, DeliverySettings settings) {
        try (PreparedOrder prepared = preparer.prepare(order)) {
            return deliverer().deliver(prepared, login, settings, events::add);
        } catch (OrderException e) {
            throw new AssertionError("The test has an order that is wrong: " + e.getMessage(), e);
        }
    }

    /** Sends orders over one connection; the reports are in their order. */
    public List<DeliveryReport> sendAll(List<Order> orders, ServerLogin login) {
        return sendAll(orders, login, DeliverySettings.DEFAULT);
    }

    /** Sends orders; the reports of each connection are in their order. */
    public List<DeliveryReport> sendAll(List<Order> orders, ServerLogin login, DeliverySettings settings) {
        List<DeliveryReport> reports = new ArrayList<>();
        deliverer().deliverAll(orders.iterator(), login, settings, () -> events::add, reports::add);
        return reports;
    }

    private Deliverer deliverer() {
        return new Deliverer(preparer, threads, Extensions.NONE);
    }

    /** Returns the commands that have been sent, secrets withheld. */
    public List<String> commands() {
        return events(DialogueEvent.CommandSent.class).stream().map(DialogueEvent.CommandSent::text).toList();
    }

    /** Returns the events of one kind. */
    public <T extends DialogueEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Begins a letter from Alice. */
    public static Draft.Builder letter(String... to) {
        return Draft.builder().from(new Mailbox("Alice", "alice", "peer.test"))
                .to(Arrays.stream(to).map(Post::mailbox).toList()).subject("Hello").text("Good morning.\n");
    }

    /** Reads an address. */
    public static Mailbox mailbox(String text) {
        try {
            return AddressParser.parseMailbox(text);
        } catch (AddressException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        preparer.close();
        threads.shutdownNow();
        Programs.delete(scratch);
    }
}
