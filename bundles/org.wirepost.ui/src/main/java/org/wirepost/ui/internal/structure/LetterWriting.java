// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.Optional;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.mime.Limits;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.compose.Letter;
import org.wirepost.ui.internal.compose.LetterSnapshot;
import org.wirepost.ui.internal.session.KnownServers;

/** A letter of the composer. */
record LetterWriting(Letter letter, AccountBook accounts, KnownServers servers) implements Writing {

    @Override
    public String id() {
        return letter.id();
    }

    @Override
    public Sketch sketch() {
        LetterSnapshot snapshot = letter.snapshot();
        return new Sketch() {
            @Override
            public Order order() throws OrderException {
                return snapshot.order();
            }

            @Override
            public Order sample() throws OrderException {
                return snapshot.sample();
            }
        };
    }

    @Override
    public Optional<Limits> limits() {
        return accounts.find(letter.accountName()).flatMap(account -> servers.limits(account.server()));
    }

    @Override
    public void watch(Runnable watcher) {
        letter.watch(watcher);
    }

    @Override
    public void unwatch(Runnable watcher) {
        letter.unwatch(watcher);
    }
}
