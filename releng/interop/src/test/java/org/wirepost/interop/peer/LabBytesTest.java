// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.interop.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSettings;
import org.wirepost.lab.LabTls;
import org.wirepost.lab.StoredMessage;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.TlsMode;

/** The same octets at our own server, which needs nothing to be installed. */
class LabBytesTest {

    private LabServer server;

    @BeforeEach
    void start() throws IOException {
        server = LabServer.start(LabSettings.builder().tls(LabTls.NONE).limits(limits -> limits.withKeptMessages(5000))
                .build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ServerLogin without(Set<String> extensions) {
        return ServerLogin.anonymous(ConnectionSettings.of("localhost", server.port(), TlsMode.NONE)
                .withEhloName("client.test").without(extensions));
    }

    @TestFactory
    List<DynamicNode> everyOctetIsTheOneThatWasMeant() throws IOException {
        Map<String, ServerLogin> ways = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) {
            ways.put(mode.name(), without(mode.without()));
        }
        ways.put("DATA with seven bits", without(Set.of("CHUNKING", "8BITMIME", "BINARYMIME", "SMTPUTF8")));
        ways.put("BDAT with seven bits", without(Set.of("8BITMIME", "BINARYMIME", "SMTPUTF8")));
        ways.put("BDAT without BINARYMIME", without(Set.of("BINARYMIME")));
        List<Mail> arrived = new ArrayList<>();
        return new ByteChecks("the lab", new Inbox() {
            @Override
            public synchronized List<Mail> all() throws IOException {
                List<StoredMessage> messages = server.messages();
                for (StoredMessage message : messages.subList(arrived.size(), messages.size())) {
                    arrived.add(Mail.of(message.sender(), message.recipientAddresses(), message.bytes()));
                }
                return List.copyOf(arrived);
            }

            @Override
            public Mail await(String messageId) throws IOException {
                return all().stream().filter(mail -> mail.messageId().equals(messageId)).findFirst()
                        .orElseThrow(() -> new NoSuchElementException(messageId));
            }

            @Override
            public void awaitQuiet() {
                // What is accepted is there.
            }
        }).of(ways);
    }
}
