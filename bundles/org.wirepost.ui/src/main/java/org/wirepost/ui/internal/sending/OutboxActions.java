// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.delivery.outbox.RecipientStatus;
import org.wirepost.ui.internal.account.AccountActions;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.account.SessionAdvice;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.compose.Letters;
import org.wirepost.ui.internal.session.SessionChoice;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.words.Shown;
import org.wirepost.ui.internal.work.UiThread;

/** What a person can do about deliveries. User interface thread only. */
@Component(service = OutboxActions.class)
public final class OutboxActions {

    static final String CONSOLE = "org.wirepost.console";

    private final Deliveries deliveries;
    private final AccountBook book;
    private final AccountActions accounts;
    private final Letters letters;
    private final SessionChoice sessions;
    private final Windows windows;
    private Optional<Delivery> selected = Optional.empty();

    /** Made by the framework. */
    @Activate
    public OutboxActions(@Reference Deliveries deliveries, @Reference AccountBook book,
            @Reference AccountActions accounts, @Reference Letters letters,
            @Reference SessionChoice sessions, @Reference Windows windows, @Reference CommandTable commands,
            @Reference UiThread ui) {
        this.deliveries = deliveries;
        this.book = book;
        this.accounts = accounts;
        this.letters = letters;
        this.sessions = sessions;
        this.windows = windows;
        Leaving leaving = new Leaving(deliveries, windows, ui);
        windows.addCloseGuard(leaving::mayClose);
        windows.onOpen(opened -> install(commands));
    }

    private void install(CommandTable commands) {
        commands.handle(OutboxCommands.CANCEL, () -> cancellable().ifPresent(this::cancel),
                () -> cancellable().isPresent());
        commands.handle(OutboxCommands.RETRY, () -> retryable().ifPresent(this::sendNow),
                () -> retryable().isPresent());
        commands.handle(OutboxCommands.SHOW, () -> windows.open(OutboxView.ID));
    }

    /** Says which one commands are about, while the view has the focus. */
    void select(Optional<Delivery> chosen) {
        selected = chosen;
        windows.refreshCommands();
    }

    private Optional<Delivery> cancellable() {
        List<Delivery> active = deliveries.active();
        return selected.filter(active::contains)
                .or(() -> active.isEmpty() ? Optional.empty() : Optional.of(active.get(active.size() - 1)));
    }

    private Optional<Delivery> retryable() {
        List<Delivery> all = deliveries.open();
        return selected.filter(OutboxActions::canRetry).or(() -> all.stream().filter(OutboxActions::canRetry)
                .reduce((older, newer) -> newer));
    }

    /** Tells whether it waits for something that a person may do without. */
    static boolean canRetry(Delivery delivery) {
        return switch (delivery.state()) {
            case SCHEDULED, DEFERRED, HELD -> true;
            default -> false;
        };
    }

    /** Tells whether it was refused and nothing but the outbox has it. */
    static boolean canResend(Delivery delivery) {
        return delivery.state() == Delivery.State.DONE && delivery.draftId().isEmpty()
                && delivery.mail().filter(mail -> mail.has(RecipientState.REFUSED)).isPresent();
    }

    /** Tells whether it can become a draft again. */
    static boolean canTakeBack(Delivery delivery) {
        return canRetry(delivery) && !delivery.draftId().isEmpty();
    }

    /** Returns for how many it is still to be sent. */
    static int pending(Delivery delivery) {
        return (int) delivery.mail().stream().flatMap(mail -> mail.recipients().stream())
                .filter(each -> each.state().isPending()).count();
    }

    /** Undoes or cancels; asks first when only the answer of the server is missing. */
    void cancel(Delivery delivery) {
        boolean late = delivery.state() == Delivery.State.SENDING && delivery.total() > 0
                && delivery.sent() >= delivery.total();
        if (!late || confirm(Messages.lateTitle, Messages.bind(Messages.lateText, delivery.label()),
                Messages.lateYes, Messages.lateNo)) {
            delivery.cancel();
        }
    }

    /** Lets it go at once. */
    void sendNow(Delivery delivery) {
        deliveries.clerk().sendNow(delivery);
    }

    void changeTime(Delivery delivery) {
        windows.shell().flatMap(shell -> SendTimeDialog.ask(shell, delivery.nextTry().orElseGet(Instant::now)))
                .ifPresent(time -> deliveries.clerk().schedule(delivery, time));
    }

    void takeBack(Delivery delivery) {
        delivery.undo();
    }

    void markSent(Delivery delivery) {
        deliveries.clerk().markSent(delivery);
    }

    void resend(Delivery delivery) {
        deliveries.clerk().resend(delivery);
    }

    /** Sends to those of whom nobody knows, if the user says so again. */
    void sendAnyway(Delivery delivery) {
        List<String> whom = delivery.mail().stream().flatMap(mail -> mail.recipients().stream())
                .filter(each -> each.state() == RecipientState.UNKNOWN).map(RecipientStatus::address).toList();
        if (!whom.isEmpty() && confirm(Messages.anywayTitle, Messages.bind(Messages.anywayText,
                delivery.label(), String.join(", ", whom)), Messages.anywayYes, Messages.keep)) {
            deliveries.clerk().resend(delivery);
        }
    }

    /** Returns the account it goes through, if that is one of the user's. */
    Optional<Account> account(Delivery delivery) {
        return book.find(delivery.account());
    }

    void correctAccount(Delivery delivery) {
        account(delivery).ifPresent(accounts::edit);
    }

    /** The second button is the safe one, and the preset. */
    private boolean confirm(String title, String text, String yes, String no) {
        return windows.shell().map(shell -> new MessageDialog(shell, title, null, Shown.label(text),
                MessageDialog.WARNING, 1, yes,
                no)
                .open() == 0).orElse(false);
    }

    /** Returns what can be done about a session that failed, a sentence each. */
    List<String> advice(Delivery delivery) {
        return delivery.report().flatMap(DeliveryReport::failure).filter(DeliveryFailure.Session.class::isInstance)
                .flatMap(failure -> book.find(delivery.account())
                        .map(account -> SessionAdvice.of((DeliveryFailure.Session) failure, account.server())))
                .orElse(List.of());
    }

    void showInConsole(Delivery delivery) {
        delivery.recording().ifPresent(recording -> {
            windows.open(CONSOLE);
            sessions.choose(recording);
        });
    }

    void openLetter(Delivery delivery) {
        letters.open(delivery.draftId());
    }

    void copy(Delivery delivery) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {DeliveryWords.all(delivery)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    /** Forgets what is over; anything else is taken out of the outbox, if the user says so again. */
    void remove(Delivery delivery) {
        if (delivery.isDispensable()) {
            deliveries.remove(delivery);
        } else {
            String text = delivery.draftId().isEmpty() ? Messages.removeText : Messages.removeToDraft;
            if (confirm(Messages.removeTitle, Messages.bind(text, delivery.label()), Messages.remove,
                    Messages.removeNo)) {
                deliveries.clerk().drop(delivery);
            }
        }
    }
}
