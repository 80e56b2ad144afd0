// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.function.Consumer;
import org.wirepost.delivery.DeliveryReport;

/** Hands the reports of all workers to one consumer, one at a time. */
final class Desk {

    private final Consumer<DeliveryReport> consumer;
    private final boolean stopOnError;
    private final Ledger ledger;

    Desk(Consumer<DeliveryReport> consumer, boolean stopOnError, Ledger ledger) {
        this.consumer = consumer;
        this.stopOnError = stopOnError;
        this.ledger = ledger;
    }

    /** Tells the report of a task and gives back what the task held. */
    void tell(Task task) {
        DeliveryReport report = task.report();
        task.close();
        if (stopOnError && !report.isComplete()) {
            ledger.end();
        }
        synchronized (this) {
            try {
                consumer.accept(report);
            } catch (RuntimeException e) {
                ledger.fail(e);
            }
        }
    }
}
