// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.mime.Mailbox;

/**
 * What people know a letter by.
 *
 * @param outgoing the letter, when it was sent by this window since its start
 * @param mail the mail as the store has it; empty until it is there
 */
record Caption(Optional<Outgoing> outgoing, Optional<QueuedMail> mail) {

    private static final String DRAFT = "draft ";

    /** Returns the id of the draft it comes from; empty when there is none. */
    String draftId() {
        return outgoing.map(Outgoing::draftId).orElseGet(() -> mail.map(QueuedMail::label)
                .filter(label -> label.startsWith(DRAFT)).map(label -> label.substring(DRAFT.length())).orElse(""));
    }

    /** Returns the name under which it goes into the store, by which its draft is found again. */
    String name() {
        return draftId().isEmpty() ? outgoing.map(Outgoing::label).orElse("") : DRAFT + draftId();
    }

    /** Returns what people call it: its subject. */
    String label() {
        return outgoing.map(Outgoing::label).orElseGet(() -> mail.map(Caption::label).orElse(""));
    }

    private static String label(QueuedMail stored) {
        if (!stored.subject().isBlank()) {
            return stored.subject();
        }
        return stored.label().isBlank() || stored.label().startsWith(DRAFT) ? Messages.noSubject : stored.label();
    }

    /** Returns the name of the account it goes through. */
    String account() {
        return outgoing.map(Outgoing::account).orElseGet(() -> mail.map(QueuedMail::account).orElse(""));
    }

    /** Returns whom it is for. */
    List<String> recipients() {
        if (mail.isPresent()) {
            return mail.get().recipients().stream().map(RecipientStatus::address).toList();
        }
        List<String> names = new ArrayList<>(outgoing.map(letter -> letter.order().envelope().to()).orElse(List.of()));
        if (names.isEmpty()) {
            outgoing.map(letter -> letter.order().draft()).ifPresent(draft -> names.addAll(written(draft)));
        }
        return names;
    }

    private static List<String> written(Draft draft) {
        return Stream.of(draft.to(), draft.cc(), draft.bcc()).flatMap(List::stream)
                .flatMap(address -> address.mailboxes().stream()).map(Mailbox::addrSpec).toList();
    }
}
