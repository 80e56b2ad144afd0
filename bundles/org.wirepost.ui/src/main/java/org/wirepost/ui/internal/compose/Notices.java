// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.ui.internal.compose.Notice.Action;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.sending.SendTimes;
import org.wirepost.ui.internal.words.Sentences;

/** Works out which notices stand above a letter. */
final class Notices {

    private final Letter letter;
    private final ComposeServices services;
    private final Runnable again;
    private Optional<Notice> question = Optional.empty();

    /**
     * For one letter.
     *
     * @param letter the letter
     * @param services the rest of the desktop
     * @param again tries to send it again
     */
    Notices(Letter letter, ComposeServices services, Runnable again) {
        this.letter = letter;
        this.services = services;
        this.again = again;
    }

    /** Asks something, or says what is wrong; the one before it goes. */
    void ask(Notice notice) {
        question = Optional.of(notice);
    }

    /** Nothing is asked any more. */
    void forget() {
        question = Optional.empty();
    }

    /** Returns what is asked now. */
    Optional<Notice> question() {
        return question;
    }

    List<Notice> all() {
        List<Notice> notices = new ArrayList<>();
        LetterContent content = letter.content();
        Optional<Delivery> delivery = services.desk().delivery(letter.id());
        delivery.ifPresent(running -> notices.add(progress(running)));
        question.ifPresent(notices::add);
        boolean said = !content.queued() || services.desk().isLost(letter);
        if (!content.failure().isEmpty() && delivery.isEmpty() && said) {
            notices.add(failure(content));
        } else if (!content.delivered().isEmpty()) {
            notices.add(new Notice("delivered", Tone.TEXT, Messages.bind(Messages.deliveredTo,
                    String.join(", ", content.delivered())), List.of(toAll())));
        }
        if (!content.note().isEmpty()) {
            notices.add(new Notice("note", Tone.TEXT, content.note(), List.of(new Action("dismissNote",
                    Messages.dismiss, () -> letter.edit(next -> next.note = "")))));
        }
        if (letter.sender().isEmpty()) {
            notices.add(nobody(content));
        }
        if (!letter.saveProblem().isEmpty()) {
            notices.add(new Notice("save", Tone.ERROR, letter.saveProblem(), List.of()));
        }
        return notices;
    }

    private Notice progress(Delivery delivery) {
        return switch (delivery.state()) {
            case SCHEDULED -> new Notice("progress", Tone.ACCENT, Messages.bind(Messages.scheduledFor, time(delivery)),
                    List.of(sendNow("sendNow", Messages.sendNow, delivery), takeBack(delivery)));
            case DEFERRED -> new Notice("failure", Tone.WARNING, join(Messages.bind(Messages.retriedAt,
                    time(delivery)), words(delivery)),
                    List.of(sendNow("tryAgain", Messages.tryAgain, delivery), takeBack(delivery)));
            case HELD -> new Notice("failure", Tone.ERROR, words(delivery),
                    List.of(sendNow("tryAgain", Messages.tryAgain, delivery), takeBack(delivery)));
            case UNKNOWN -> new Notice("failure", Tone.ERROR, words(delivery), List.of(new Action("showOutbox",
                    Messages.showOutbox, () -> services.commands().run("outbox.show"))));
            case ELSEWHERE -> new Notice("progress", Tone.ACCENT, Messages.elsewhere, List.of());
            default -> underWay(delivery);
        };
    }

    private static String time(Delivery delivery) {
        return delivery.nextTry().map(SendTimes::due).orElse("");
    }

    private static String words(Delivery delivery) {
        String said = delivery.report().map(report -> new Verdict(report).failure()).orElse("");
        return said.isEmpty() ? delivery.blocked().map(Sentences::of).orElse("") : said;
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + "\n" + second;
    }

    private Action sendNow(String id, String label, Delivery delivery) {
        return new Action(id, label, () -> services.desk().sendNow(delivery));
    }

    private static Action takeBack(Delivery delivery) {
        return new Action("takeBack", Messages.takeBack, delivery::undo);
    }

    private Notice underWay(Delivery delivery) {
        String text = switch (delivery.state()) {
            case WAITING -> Messages.bind(Messages.sendingIn, delivery.secondsLeft());
            case QUEUED -> Messages.queued;
            case PREPARING -> Messages.preparing;
            case CONNECTING -> Messages.bind(Messages.connecting, host());
            default -> Messages.bind(Messages.sending,
                    delivery.total() == 0 ? 0 : delivery.sent() * 100 / delivery.total());
        };
        Action action = delivery.state().isPending()
                ? new Action("undo", undoLabel(), delivery::undo)
                : new Action("cancel", Messages.cancel, delivery::cancel);
        return new Notice("progress", Tone.ACCENT, text, List.of(action));
    }

    private String undoLabel() {
        String keys = services.keys("edit.undo");
        return keys.isEmpty() ? Messages.undo : Messages.bind(Messages.undoKey, keys);
    }

    private String host() {
        return letter.sender().map(Sender::account).map(Account::server).map(server -> server.host()).orElse("");
    }

    private Notice failure(LetterContent content) {
        List<Action> actions = new ArrayList<>();
        actions.add(new Action("tryAgain", Messages.tryAgain, again));
        if (!content.delivered().isEmpty()) {
            actions.add(toAll());
        }
        actions.add(new Action("dismissFailure", Messages.dismiss, () -> letter.edit(next -> next.failure = "")));
        return new Notice("failure", Tone.ERROR, content.failure(), actions);
    }

    private Action toAll() {
        return new Action("sendToAll", Messages.sendToAll, () -> {
            letter.edit(next -> next.delivered = List.of());
            again.run();
        });
    }

    private Notice nobody(LetterContent content) {
        String text = content.account().isEmpty() || letter.senders().isEmpty() ? Messages.noSender
                : Messages.bind(Messages.senderGone, content.account(), content.from());
        List<Action> actions = new ArrayList<>();
        if (letter.senders().isEmpty()) {
            actions.add(new Action("addAccount", Messages.addAccount,
                    () -> services.commands().run("server.addAccount")));
            actions.add(new Action("useLab", Messages.useLab, this::startLab));
        }
        return new Notice("sender", Tone.WARNING, text, actions);
    }

    private void startLab() {
        services.background().execute(() -> {
            try {
                Account account = services.lab().start();
                services.ui().run(() -> account.identities().stream().findFirst()
                        .ifPresent(identity -> letter.choose(new Sender(account, identity))));
            } catch (java.io.IOException e) {
                services.ui().run(() -> services.windows()
                        .setStatus(Messages.bind(Messages.labFailed, Sentences.of(e.getMessage()))));
            }
        });
    }
}
