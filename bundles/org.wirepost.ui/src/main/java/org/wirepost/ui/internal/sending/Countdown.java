// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirepost.ui.internal.work.Background;

/** Has the watchers told every second, as long as there is a letter whose time is still to come. */
final class Countdown {

    private static final long SECOND = 1000;

    private final Ledger ledger;
    private final Watchers watchers;
    private final Background background;
    private final AtomicBoolean ticking = new AtomicBoolean();

    Countdown(Ledger ledger, Watchers watchers, Background background) {
        this.ledger = ledger;
        this.watchers = watchers;
        this.background = background;
    }

    /** Goes on, if there is something to count. */
    void wind() {
        if (counting().isPresent() && ticking.compareAndSet(false, true)) {
            background.later(this::tick, SECOND);
        }
    }

    private void tick() {
        ticking.set(false);
        counting().ifPresentOrElse(watchers::tell, watchers::tellAll);
    }

    private Optional<Delivery> counting() {
        return ledger.all().stream().filter(delivery -> counts(delivery.state())).findFirst();
    }

    private static boolean counts(Delivery.State state) {
        return state == Delivery.State.WAITING || state == Delivery.State.SCHEDULED
                || state == Delivery.State.DEFERRED;
    }
}
