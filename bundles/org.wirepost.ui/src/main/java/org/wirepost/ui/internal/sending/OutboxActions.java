// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

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
import org.wirepost.delivery.DeliveryFailure;
import org.wirepost.delivery.DeliveryReport;
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
    private final Letters letters;
    private final SessionChoice sessions;
    private final Windows windows;
    private Optional<Delivery> selected = Optional.empty();

    /** Made by the framework. */
    @Activate
    public OutboxActions(@Reference Deliveries deliveries, @Reference AccountBook book, @Reference Letters letters,
            @Reference SessionChoice sessions, @Reference Windows windows, @Reference CommandTable commands,
            @Reference UiThread ui) {
        this.deliveries = deliveries;
        this.book = book;
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
        commands.handle(OutboxCommands.RETRY, () -> retryable().ifPresent(this::retry),
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
        List<Delivery> all = deliveries.deliveries();
        return selected.filter(OutboxActions::canRetry).or(() -> all.isEmpty() ? Optional.empty()
                : Optional.of(all.get(all.size() - 1)).filter(OutboxActions::canRetry));
    }

    static boolean canRetry(Delivery delivery) {
        return !delivery.isFollowed(ResultGroup.Kind.DEFERRED) && Retry.deferred(delivery).isPresent();
    }

    static boolean canSendAnyway(Delivery delivery) {
        return !delivery.isFollowed(ResultGroup.Kind.UNKNOWN) && Retry.unknown(delivery).isPresent();
    }

    /** Undoes or cancels; asks first when only the answer of the server is missing. */
    void cancel(Delivery delivery) {
        boolean late = delivery.state() == Delivery.State.SENDING && delivery.total() > 0
                && delivery.sent() >= delivery.total();
        if (!late || confirm(Messages.lateTitle, Messages.bind(Messages.lateText, delivery.outgoing().label()),
                Messages.lateYes, Messages.lateNo)) {
            delivery.cancel();
        }
    }

    void retry(Delivery delivery) {
        deliveries.retry(delivery);
    }

    /** Sends to those of whom nobody knows, if the user says so again. */
    void sendAnyway(Delivery delivery) {
        Optional<Outgoing> letter = Retry.unknown(delivery);
        if (letter.isPresent() && confirm(Messages.anywayTitle, Messages.bind(Messages.anywayText,
                letter.get().label(), String.join(", ", letter.get().order().envelope().to())),
                Messages.anywayYes, Messages.keep)) {
            deliveries.sendAnyway(delivery);
        }
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
                .flatMap(failure -> book.find(delivery.outgoing().account())
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
        letters.open(delivery.outgoing().draftId());
    }

    void copy(Delivery delivery) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {DeliveryWords.all(delivery)}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    void remove(Delivery delivery) {
        deliveries.remove(delivery);
    }
}
