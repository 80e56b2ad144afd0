// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.wirepost.delivery.DeliveryReport;
import org.wirepost.smtp.dialogue.Outcome;
import org.wirepost.ui.internal.shell.Windows;

/** Says in the status line how a delivery has ended that no draft stands for; of the others their letter tells. */
record Ending(Windows windows) {

    void tell(Delivery delivery, DeliveryReport report) {
        if (!delivery.draftId().isEmpty() || delivery.state() != Delivery.State.DONE
                || !delivery.tell()) {
            return;
        }
        String label = delivery.label();
        if (report.isComplete()) {
            long accepted = report.outcomes().stream().filter(Outcome.Accepted.class::isInstance).count();
            windows.setStatus(Messages.bind(Messages.saidAccepted,
                    new Object[] {label, accepted, report.outcomes().size()}));
        } else {
            windows.setStatus(Messages.bind(Messages.saidTrouble, label, DeliveryWords.result(report)));
        }
    }
}
