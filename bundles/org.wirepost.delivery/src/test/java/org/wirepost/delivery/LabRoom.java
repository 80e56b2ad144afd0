// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** What tests need that deliver to the lab server, over real sockets. */
abstract class LabRoom {

    @TempDir
    Path folder;
    final ExecutorService threads = Executors.newCachedThreadPool();
    final List<DeliveryReport> reports = Collections.synchronizedList(new ArrayList<>());
    final List<DialogueEvent> events = Collections.synchronizedList(new ArrayList<>());
    Fixture fixture;
    LabServer server;

    @BeforeEach
    void startRoom() {
        fixture = new Fixture(folder.resolve("scratch"));
    }

    @AfterEach
    void stopRoom() {
        if (server != null) {
            server.close();
        }
        fixture.close();
        threads.shutdownNow();
    }

    void lab(UnaryOperator<LabSettings.Builder> change) throws IOException {
        server = LabServer.start(change.apply(LabSettings.builder()).build());
    }

    ServerLogin anonymous() {
        return ServerLogin.anonymous(ConnectionSettings.of("localhost", server.port(), TlsMode.NONE)
                .withResolver(host -> List.of(server.address())));
    }

    ServerLogin login(TlsMode mode, String password) {
        ConnectionSettings to = ConnectionSettings.of("localhost", server.port(), mode)
                .withResolver(host -> List.of(server.address()))
                .withTls(TlsSettings.DEFAULT.withAuthorities(List.of(server.certificate().ca())));
        return new ServerLogin(to, Optional.of(new Credentials.Password("anna", Secret.of(password))),
                AuthSettings.DEFAULT);
    }

    Deliverer deliverer() {
        return new Deliverer(fixture.preparer(), threads, Extensions.NONE);
    }

    DeliveryReport deliver(Draft draft) throws OrderException {
        return deliver(new Order(draft), anonymous());
    }

    DeliveryReport deliver(Order order, ServerLogin login) throws OrderException {
        try (PreparedOrder prepared = fixture.preparer().prepare(order)) {
            return deliverer().deliver(prepared, login, DeliverySettings.DEFAULT, events::add);
        }
    }

    void deliverAll(List<Order> orders, DeliverySettings settings) {
        deliverer().deliverAll(orders.iterator(), anonymous(), settings, () -> DialogueListener.NONE, reports::add);
    }

    static List<Order> orders(int count) {
        return names(count).stream().map(name -> new Order(Fixture.letter(name + "@example.org").build(),
                EnvelopeOptions.DEFAULT, name)).toList();
    }

    static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

    static byte[] noise(int length) {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        return octets;
    }
}
