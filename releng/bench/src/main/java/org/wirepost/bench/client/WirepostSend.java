// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.bench.client;

import java.nio.file.Path;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.DeliverySettings;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.PreparedOrder;

/** Sends one message: {@code PORT CA|- [FILE]}. */
public final class WirepostSend {

    private WirepostSend() {
    }

    /** Sends. */
    public static void main(String[] args) throws Exception {
        Rounds.once(() -> send(args));
    }

    private static void send(String[] args) throws Exception {
        Counting events = new Counting();
        try (WirepostClient client = new WirepostClient(args[0], args[1])) {
            Draft.Builder letter = WirepostClient.letter(Letters.subject(1), Letters.SHORT);
            if (args.length > 2) {
                letter.attach(DraftAttachment.of(Path.of(args[2])));
            }
            try (PreparedOrder order = client.preparer().prepare(new Order(letter.build()))) {
                DeliveryReport report = client.deliverer().deliver(order, client.login(), DeliverySettings.DEFAULT,
                        events);
                if (!report.isComplete()) {
                    throw new IllegalStateException("Not sent: " + report);
                }
                events.require(1, report.size());
            }
        }
    }
}
