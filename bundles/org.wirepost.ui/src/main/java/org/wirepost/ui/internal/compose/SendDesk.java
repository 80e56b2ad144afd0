// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
import org.wirepost.mime.Mailbox;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.sending.Deliveries;
import org.wirepost.ui.internal.sending.Delivery;
import org.wirepost.ui.internal.sending.Keeper;
import org.wirepost.ui.internal.sending.Outgoing;
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
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Delivery> over = new ConcurrentLinkedQueue<>();
    private final Consumer<Delivery> changed = this::changed;
    private final Beat beat;

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
        deliveries.keepBy(archive);
    }

    /** Ends with the framework. */
    @Deactivate
    void close() {
        deliveries.unwatch(changed);
        deliveries.keepBy(Keeper.NONE);
    }

    /** On any thread. */
    private void changed(Delivery delivery) {
        if (!delivery.outgoing().draftId().isEmpty()) {
            if (delivery.state().isOver()) {
                over.add(delivery);
            }
            beat.ask();
        }
    }

    private void look() {
        for (Delivery next = over.poll(); next != null; next = over.poll()) {
            Delivery delivery = next;
            String id = delivery.outgoing().draftId();
            current.remove(id, delivery);
            if (ended.add(delivery.id())) {
                end(id, delivery);
            }
        }
        for (Delivery delivery : deliveries.deliveries()) {
            if (!delivery.state().isOver() && !delivery.outgoing().draftId().isEmpty()) {
                current.putIfAbsent(delivery.outgoing().draftId(), delivery);
            }
        }
        watchers.forEach(Runnable::run);
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
     * @throws OrderException when something in it is wrong or missing
     */
    void send(Letter letter, boolean allowBroken) throws OrderException {
        if (current.containsKey(letter.id())) {
            return;
        }
        Order order = withId(letter.order(), letter);
        letter.edit(next -> {
            next.failure = "";
            next.account = letter.accountName();
        });
        // Should this process die on the way, the draft says so when it comes back.
        letters.keeper().save(letter, letter.content().with(next -> next.failure = Messages.interrupted));
        int seconds = Math.max(0, Math.min(MOST_SECONDS, settings.store().getInt(UNDO_SECONDS)));
        Outgoing outgoing = new Outgoing(letter.id(), letter.snapshot().label(), order, letter.accountName(),
                allowBroken);
        current.put(letter.id(), deliveries.submit(outgoing, seconds));
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

    private void end(String id, Delivery delivery) {
        if (delivery.state() == Delivery.State.UNDONE) {
            letters.find(id).ifPresent(letter -> {
                letters.keeper().save(letter);
                reopen(letter);
            });
            windows.setStatus(Messages.undone);
            return;
        }
        delivery.report().ifPresent(report -> letters.fetch(id, letter -> end(letter, delivery, report)));
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
        letter.edit(next -> {
            List<String> delivered = new ArrayList<>(next.delivered);
            delivered.addAll(verdict.accepted());
            next.delivered = delivered.stream().distinct().toList();
            next.failure = verdict.failure();
        });
        letters.keeper().save(letter);
        reopen(letter);
        windows.setStatus(letter.content().failure().lines().findFirst().orElse(""));
    }

    private void reopen(Letter letter) {
        if (!windows.isOpen(Letters.VIEW, letter.id())) {
            windows.open(Letters.VIEW, letter.id());
        }
    }
}
