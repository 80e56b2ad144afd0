// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.smtp.Envelope;

class LedgerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Ledger ledger = new Ledger(new Delivery.Hand() {
        @Override
        public void changed(Delivery delivery) {
        }

        @Override
        public void takeBack(Delivery delivery) {
        }

        @Override
        public void stop(Delivery delivery) {
        }
    });

    private static Outgoing letter() {
        return new Outgoing("", "Greetings", new Order(Draft.builder().build()), "One", false);
    }

    private static QueuedMail mail(String id, String label, RecipientState state) {
        RecipientStatus bob = new RecipientStatus("bob@x.example", state, "", Optional.empty(), Optional.empty(),
                Optional.empty());
        return new QueuedMail(id, label, "One", "Greetings", Optional.empty(), 100, Path.of("x"),
                Envelope.of("ann@x.example", "bob@x.example"), false, NOW, Optional.empty(), NOW, Optional.empty(), 0,
                List.of(bob), Optional.empty(), false);
    }

    private static QueuedMail mail(String id) {
        return mail(id, "Greetings", RecipientState.QUEUED);
    }

    @Test
    void ofTwoLettersOfOneNameEachBecomesItsOwnMailAndNoThirdIsMade() {
        Delivery first = ledger.begin(letter());
        Delivery second = ledger.begin(letter());
        ledger.arrived(first, Optional.of(mail("a")));
        assertThat(ledger.find(mail("b"))).isEmpty();
        ledger.arrived(second, Optional.of(mail("b")));
        assertThat(ledger.find(mail("a"))).containsSame(first);
        assertThat(ledger.find(mail("b"))).containsSame(second);
        assertThat(ledger.all()).containsExactly(first, second);
    }

    @Test
    void mailOfAnotherProcessBecomesALetterOnce() {
        ledger.begin(letter());
        QueuedMail foreign = mail("c", "Another", RecipientState.QUEUED);
        Delivery found = ledger.await(foreign);
        assertThat(ledger.find(foreign)).containsSame(found);
        assertThat(ledger.all()).hasSize(2);
        assertThat(ledger.versions()).containsOnlyKeys("c");
    }

    @Test
    void onlyWhatIsOverIsForgotten() {
        Delivery open = ledger.await(mail("a"));
        Delivery over = ledger.await(mail("b"));
        over.course().stored(mail("b", "Greetings", RecipientState.SENT), 0);
        assertThat(ledger.vanished("b")).containsSame(over);
        assertThat(ledger.forget(over)).isTrue();
        assertThat(ledger.forget(open)).isFalse();
        assertThat(ledger.vanished("unknown")).isEmpty();
        assertThat(ledger.all()).containsExactly(open);
    }
}
