// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.OrderException;
import org.wirepost.ui.internal.compose.Notice.Action;
import org.wirepost.ui.internal.compose.text.AttachmentReminder;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.words.Sentences;

/** What happens between the wish to send a letter and its leaving: everything that may be wrong is said first. */
final class Submit {

    private static final String REFUSED = "refused";

    private final Letter letter;
    private final ComposeServices services;
    private final Composer composer;
    private boolean checking;
    /** When it is to be sent, if not at once. */
    private Optional<Instant> time = Optional.empty();
    /** Tells whether what was refused is still wrong. */
    private BooleanSupplier wrong = () -> true;

    /** What a person has been asked about. */
    private enum Waiver {
        FILE, SUBJECT, SIZE
    }

    Submit(Letter letter, ComposeServices services, Composer composer) {
        this.letter = letter;
        this.services = services;
        this.composer = composer;
    }

    /** Sends the letter, unless something is wrong or to be asked. */
    void send() {
        time = Optional.empty();
        send(EnumSet.noneOf(Waiver.class), List.of());
    }

    /** Sends the letter at a time, unless something is wrong or to be asked now. */
    void sendAt(Instant when) {
        time = Optional.of(when);
        send(EnumSet.noneOf(Waiver.class), List.of());
    }

    /** What was said of damaged files is accepted word by word: a file that is found damaged since is named first. */
    private void send(Set<Waiver> waived, List<String> accepted) {
        if (checking || services.desk().delivery(letter.id()).isPresent()) {
            return;
        }
        composer.notices().forget();
        try {
            letter.order();
        } catch (OrderException e) {
            refuse(e);
            return;
        }
        Optional<Notice> question = question(waived);
        if (question.isPresent()) {
            composer.ask(question.get());
            return;
        }
        checking = true;
        composer.ask(new Notice("progress", Tone.ACCENT, Messages.checking, List.of()));
        letter.attachments().checkBeforeSending(problems -> checked(problems, waived, accepted));
    }

    private void refuse(OrderException e) {
        if (letter.sender().isEmpty()) {
            composer.forget();
            composer.focusNotice("sender");
            return;
        }
        wrong = this::isOrderWrong;
        String field = e.failure() instanceof DeliveryFailure.BadInput bad ? bad.input() : "";
        composer.ask(new Notice(REFUSED, Tone.ERROR, Sentences.of(e.failure().sentence()), List.of(dismiss())));
        composer.focus(field);
    }

    private boolean isOrderWrong() {
        try {
            letter.order();
            return false;
        } catch (OrderException e) {
            return true;
        }
    }

    /** Takes back what was said of a letter as soon as it is not true any more. */
    void recheck() {
        if (!checking && composer.notices().question().filter(one -> one.kind().equals(REFUSED)).isPresent()
                && !wrong.getAsBoolean()) {
            composer.notices().forget();
        }
    }

    private Action dismiss() {
        return new Action("dismissQuestion", Messages.dismiss, composer::forget);
    }

    private Optional<Notice> question(Set<Waiver> waived) {
        boolean written = letter.content().eml().isEmpty();
        if (!waived.contains(Waiver.FILE) && written && letter.attachments().isEmpty()
                && services.settings().store().getBoolean(ComposeServices.REMINDER)) {
            Optional<String> word = AttachmentReminder.word(letter.content().subject(), letter.content().body());
            if (word.isPresent()) {
                return Optional.of(new Notice("reminder", Tone.WARNING, Messages.bind(Messages.remind, word.get()),
                        List.of(new Action("remindAttach", Messages.attach, composer::attach),
                                anyway(waived, Waiver.FILE), dismiss())));
            }
        }
        if (!waived.contains(Waiver.SUBJECT) && written && letter.content().subject().isBlank()) {
            return Optional.of(new Notice("subject", Tone.WARNING, Messages.remindSubject,
                    List.of(anyway(waived, Waiver.SUBJECT), new Action("dismissQuestion", Messages.dismiss, () -> {
                        composer.forget();
                        composer.focus("subject");
                    }))));
        }
        if (!waived.contains(Waiver.SIZE) && composer.isOverLimit()) {
            return Optional.of(new Notice("size", Tone.WARNING, composer.sizeSentence(),
                    List.of(anyway(waived, Waiver.SIZE), dismiss())));
        }
        return Optional.empty();
    }

    private Action anyway(Set<Waiver> waived, Waiver one) {
        Set<Waiver> more = EnumSet.of(one);
        more.addAll(waived);
        return new Action("sendAnyway", Messages.sendAnyway, () -> send(more, List.of()));
    }

    private void checked(List<String> problems, Set<Waiver> waived, List<String> accepted) {
        checking = false;
        if (composer.isDisposed()) {
            return;
        }
        boolean damaged = letter.attachments().isOnlyDamaged();
        if (!problems.isEmpty() && !(damaged && accepted.containsAll(problems))) {
            Action anyway = new Action("sendAnyway", Messages.sendAnyway, () -> send(waived, problems));
            boolean seen = !letter.attachments().problems().isEmpty();
            wrong = () -> !seen || !letter.attachments().problems().isEmpty();
            composer.ask(new Notice(REFUSED, Tone.ERROR, String.join("\n", problems),
                    damaged ? List.of(anyway, dismiss()) : List.of(dismiss())));
            composer.focus("files");
            return;
        }
        // What is shown now goes over into the progress of the delivery.
        composer.notices().forget();
        try {
            services.desk().send(letter, !problems.isEmpty(), time);
        } catch (OrderException e) {
            refuse(e);
        }
    }
}
