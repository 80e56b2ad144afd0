// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.Optional;
import org.wirepost.delivery.BadOrder;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.PreparedOrder;

/** Makes the tasks of a batch ready. */
public final class Preparation {

    /** Prepares the n-th repetition of an order. */
    @FunctionalInterface
    public interface Step {
        PreparedOrder prepare(Order order, int repetition) throws OrderException;
    }

    private final Step step;

    Preparation(Step step) {
        this.step = step;
    }

    /** Prepares a task unless it is ready; returns what is wrong with it. */
    Optional<DeliveryFailure> prepare(Task task) {
        if (task.prepared() != null) {
            return Optional.empty();
        }
        if (task.job() instanceof BadOrder bad) {
            return Optional.of(bad.failure());
        }
        if (task.job() instanceof PreparedOrder ready) {
            task.prepared(ready);
            return Optional.empty();
        }
        try {
            task.prepared(step.prepare((Order) task.job(), task.repetition()));
            return Optional.empty();
        } catch (OrderException e) {
            return Optional.of(e.failure());
        } catch (RuntimeException | Error e) {
            return Optional.of(Defects.of(e));
        }
    }
}
