// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.ui.internal.work.Lane;

/** Brings what the store says into the letters, one look at a time, in the background. */
final class Mirror {

    /** How many that have ended are shown; of more, the oldest are not. */
    private static final int REMEMBERED = 200;

    private final Ledger ledger;
    private final Post post;
    private final Watchers watchers;
    private final Post.Events events;
    private final Lane lane;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean read;

    Mirror(Ledger ledger, Post post, Watchers watchers, Post.Events events, Executor background) {
        this.ledger = ledger;
        this.post = post;
        this.watchers = watchers;
        this.events = events;
        this.lane = new Lane(background, 1);
    }

    /** Tells whether the store has been looked into. */
    boolean isRead() {
        return read;
    }

    /** Looks into the store as soon as that can be done. */
    void ask() {
        if (asked.compareAndSet(false, true)) {
            lane.execute(() -> {
                asked.set(false);
                try {
                    look();
                } catch (OutboxException e) {
                    events.trouble(e.getMessage());
                } catch (RuntimeException | Error e) {
                    events.defect(e);
                }
            });
        }
    }

    private void look() throws OutboxException {
        Map<String, Long> before = ledger.versions();
        List<QueuedMail> mails = post.outbox().list();
        Set<String> there = new HashSet<>();
        mails.forEach(mail -> there.add(mail.id()));
        for (QueuedMail mail : shown(mails)) {
            ledger.find(mail).ifPresent(delivery -> take(delivery, mail, before.getOrDefault(mail.id(), 0L)));
        }
        before.keySet().stream().filter(id -> !there.contains(id)).forEach(this::vanished);
        read = true;
        watchers.tellAll();
    }

    /** Of those that are over only the newest. */
    private static List<QueuedMail> shown(List<QueuedMail> mails) {
        long over = mails.stream().filter(mail -> mail.state().isFinished()).count();
        List<QueuedMail> shown = new ArrayList<>();
        for (QueuedMail mail : mails) {
            if (!mail.state().isFinished() || over-- <= REMEMBERED) {
                shown.add(mail);
            }
        }
        return shown;
    }

    private void take(Delivery delivery, QueuedMail mail, long version) {
        delivery.course().stored(mail, version);
        boolean over = mail.state().isFinished();
        delivery.course().block(over ? Optional.empty() : post.blocked(mail.account()),
                over ? Optional.empty() : post.pause(mail.account()));
    }

    private void vanished(String id) {
        ledger.vanished(id).ifPresent(delivery -> {
            if (ledger.forget(delivery)) {
                watchers.tell(delivery);
            } else {
                delivery.course().gone();
            }
        });
    }
}
