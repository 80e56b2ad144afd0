// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.Draft;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.outbox.RecipientState;
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.sending.Deliveries;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.sending.Outgoing;
import org.wirepost.ui.internal.sending.SendTimes;
import org.wirepost.ui.internal.shell.DeskPart;
import org.wirepost.ui.internal.shell.Windows;
import org.wirepost.ui.internal.work.Beat;
import org.wirepost.ui.internal.work.UiThread;

/**
 * Sends letters, and sees to it that each ends where it belongs: among those sent, or back on the desk with the words
 * of the server above it. User interface thread only.
 */
@Component(service = {SendDesk.class, DeskPart.class})
public final class SendDesk implements DeskPart {

    /** Preference: how many seconds a letter waits for being undone, 0 to 30. */
    public static final String UNDO_SECONDS = "compose.undoSeconds";

    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 30;
    private static final int TOKEN_BITS = 128;
    private static final int TOKEN_LENGTH = 26;

    private final Deliveries deliveries;
    private final Letters letters;
    private final SentArchive archive;
    private final Settings settings;
    private final Windows windows;
    private final Map<String, Delivery> current = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> scheduled = new HashSet<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Delivery> over = new ConcurrentLinkedQueue<>();
    private final Consumer<Delivery> changed = this::changed;
    private final Beat beat;
    /** The letter that is about to get into the outbox. */
    private String starting = "";

    /** Made by the framework. */
    @Activate
    public SendDesk(@Reference Deliveries deliveries, @Reference Letters letters, @Reference SentArchive archive,
            @Reference Settings settings, @Reference Windows windows, @Reference UiThread ui) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.archive = archive;
        this.settings = settings;
        this.windows = windows;
        this.beat = ui.beat(this::look);
        settings.store().setDefault(UNDO_SECONDS, USUAL_SECONDS);
        deliveries.watch(changed);
        deliveries.deliveries().forEach(changed);
    }

    /** Ends with the framework. */
    @Deactivate
    void close() {
        deliveries.unwatch(changed);
    }

    /** On any thread. */
    private void changed(Delivery delivery) {
        if (!delivery.draftId().isEmpty()) {
            if (delivery.state().isOver()) {
                over.add(delivery);
            }
            beat.ask();
        }
    }

    private void look() {
        for (Delivery next = over.poll(); next != null; next = over.poll()) {
            Delivery delivery = next;
            String id = delivery.draftId();
            current.remove(id, delivery);
            if (ended.add(delivery.id())) {
                letters.fetchKept(id, letter -> letter.filter(one -> one.content().queued())
                        .ifPresent(one -> end(one, delivery)));
            }
        }
        for (Delivery delivery : deliveries.open()) {
            if (!delivery.draftId().isEmpty() && !ended.contains(delivery.id())) {
                current.put(delivery.draftId(), delivery);
                putAway(delivery);
            }
        }
        watchers.forEach(Runnable::run);
    }

    /** What is to be sent much later needs no place on the desk. */
    private void putAway(Delivery delivery) {
        if (delivery.state() == Delivery.State.SCHEDULED && scheduled.remove(delivery.id())) {
            windows.close(Letters.VIEW, delivery.draftId());
            windows.setStatus(Messages.bind(Messages.saidScheduled, delivery.label(),
                    delivery.nextTry().map(SendTimes::due).orElse("")));
        }
    }

    /** Tells whether a letter was put into the outbox and is not there. */
    boolean isLost(Letter letter) {
        return letter.content().queued() && deliveries.isRead() && !letter.id().equals(starting)
                && !current.containsKey(letter.id());
    }

    /** Returns the ids of the letters that are in the outbox. */
    Set<String> letters() {
        return Set.copyOf(current.keySet());
    }

    /** Lets a letter go at once that waits in the outbox. */
    void sendNow(Delivery delivery) {
        deliveries.sendNow(delivery);
    }

    /** Returns the delivery of a letter, while it is under way. */
    Optional<Delivery> delivery(String letterId) {
        return Optional.ofNullable(current.get(letterId));
    }

    /** Has someone told whenever a delivery has come on, on the user interface thread. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /**
     * Sends a letter, after the time to undo it.
     *
     * @param letter the letter
     * @param allowBroken whether its damaged files go out as they are, this time
     * @param time before when it is not sent, if it is not to be sent at once
     * @throws OrderException when something in it is wrong or missing
     */
    void send(Letter letter, boolean allowBroken, Optional<Instant> time) throws OrderException {
        if (current.containsKey(letter.id())) {
            return;
        }
        Order order = withId(letter.order(), letter);
        String account = letter.accountName();
        Outgoing outgoing = new Outgoing(letter.id(), letter.snapshot().label(), order, account, allowBroken);
        starting = letter.id();
        // Whatever becomes of this process, the draft knows that it may have gone.
        letter.edit(next -> {
            next.failure = Messages.interrupted;
            next.queued = true;
            next.account = account;
        });
        letters.keeper().save(letter);
        int seconds = Math.max(0, Math.min(MOST_SECONDS, settings.store().getInt(UNDO_SECONDS)));
        Delivery delivery = time.map(when -> deliveries.schedule(outgoing, when))
                .orElseGet(() -> deliveries.submit(outgoing, seconds));
        time.ifPresent(when -> scheduled.add(delivery.id()));
        current.put(letter.id(), delivery);
        starting = "";
        beat.ask();
    }

    /** Date and Message-ID are fixed now, so that what is kept is what was sent. */
    private static Order withId(Order order, Letter letter) {
        Draft draft = order.draft();
        if (draft.eml().isPresent()) {
            return order;
        }
        String host = letter.sender().flatMap(Sender::mailbox).map(Mailbox::asciiDomain).orElse("localhost");
        String id = token() + "@" + (host.startsWith("[") ? "localhost" : host);
        return new Order(new Draft(draft.from(), draft.sender(), draft.replyTo(), draft.to(), draft.cc(), draft.bcc(),
                draft.subject(), draft.text(), draft.flowed(), draft.html(), draft.headers(), draft.attachments(),
                draft.options(), Optional.of(OffsetDateTime.now()), Optional.of(id), draft.inReplyTo(),
                draft.references(), draft.eml()), order.envelope(), order.label());
    }

    /** As long as what a plan makes for itself: the size that is shown before is the size that is sent. */
    private static String token() {
        String digits = new BigInteger(TOKEN_BITS, new SecureRandom()).toString(32);
        return "0".repeat(TOKEN_LENGTH - digits.length()) + digits;
    }

    private void end(Letter letter, Delivery delivery) {
        if (delivery.state() == Delivery.State.UNDONE) {
            giveBack(letter, delivery.mail());
        } else {
            delivery.report().ifPresent(report -> end(letter, delivery, report));
        }
    }

    /** It was taken out of the outbox: those who have got it are not written to again. */
    private void giveBack(Letter letter, Optional<QueuedMail> mail) {
        List<String> got = mail.stream().flatMap(stored -> stored.recipients().stream())
                .filter(each -> each.state() == RecipientState.SENT)
                .map(each -> each.address().toLowerCase(Locale.ROOT)).toList();
        boolean unknown = mail.filter(stored -> stored.has(RecipientState.UNKNOWN)).isPresent();
        free(letter, got, unknown ? Messages.unknownOutcome : "");
        windows.setStatus(Messages.undone);
    }

    private void free(Letter letter, List<String> got, String failure) {
        letter.edit(next -> {
            List<String> delivered = new ArrayList<>(next.delivered);
            delivered.addAll(got);
            next.delivered = delivered.stream().distinct().toList();
            next.failure = failure;
            next.queued = false;
        });
        letters.keeper().save(letter);
        reopen(letter);
    }

    private void end(Letter letter, Delivery delivery, DeliveryReport report) {
        Verdict verdict = new Verdict(report);
        if (verdict.isSent()) {
            archive.add(letter.content(), delivery, report, () -> {
                if (verdict.isComplete()) {
                    letters.discard(letter);
                }
            });
        }
        if (verdict.isComplete()) {
            letters.finish(letter);
            windows.setStatus(verdict.status());
            return;
        }
        free(letter, verdict.accepted(), verdict.failure());
        windows.setStatus(letter.content().failure().lines().findFirst().orElse(""));
    }

    private void reopen(Letter letter) {
        if (!windows.isOpen(Letters.VIEW, letter.id())) {
            windows.open(Letters.VIEW, letter.id());
        }
    }
}
