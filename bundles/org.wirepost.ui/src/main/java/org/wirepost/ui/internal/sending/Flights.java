// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirepost.delivery.DeliveryReport;
import org.wirepost.delivery.outbox.Outbox;
import org.wirepost.delivery.outbox.OutboxException;
import org.wirepost.delivery.outbox.QueuedMail;
import org.wirepost.delivery.runner.RunnerListener;
import org.wirepost.smtp.dialogue.DialogueListener;
import org.wirepost.ui.internal.session.SessionLog;

/** Hears what the runner does: which letters are under way through which account, and which accounts cannot send. */
final class Flights implements RunnerListener {

    private final SessionLog log;
    private final Post.Events events;
    private final Store store;
    private final Map<String, List<Delivery>> flights = new ConcurrentHashMap<>();
    private final Map<String, String> closedAccounts = new ConcurrentHashMap<>();

    /** Gives the store. */
    @FunctionalInterface
    interface Store {
        Outbox outbox() throws OutboxException;
    }

    Flights(SessionLog log, Post.Events events, Store store) {
        this.log = log;
        this.events = events;
        this.store = store;
    }

    /** Returns what keeps the mail of an account from going, in one sentence. */
    Optional<String> blocked(String account) {
        return Optional.ofNullable(closedAccounts.get(account));
    }

    /** Returns the accounts whose mail can go nowhere; live. */
    Set<String> closedAccounts() {
        return closedAccounts.keySet();
    }

    /** Forgets why an account could not send; tells whether there was something to forget. */
    boolean reopen(String account) {
        return closedAccounts.remove(account) != null;
    }

    private List<Delivery> flight(String account) {
        return flights.computeIfAbsent(account, each -> new CopyOnWriteArrayList<>());
    }

    @Override
    public void began(QueuedMail mail) {
        closedAccounts.remove(mail.account());
        Delivery delivery = events.delivery(mail);
        flight(mail.account()).add(delivery);
        delivery.course().began(mail);
    }

    @Override
    public DialogueListener session(String account) {
        List<Delivery> flight = flight(account);
        String label = flight.isEmpty() ? account : flight.get(0).label();
        return new Tracker(log.begin(label), flight);
    }

    @Override
    public void attempted(QueuedMail mail, DeliveryReport report) {
        Delivery delivery = events.delivery(mail);
        flight(mail.account()).remove(delivery);
        QueuedMail now = delivery.isCancelled() && !mail.state().isFinished() ? held(mail) : mail;
        delivery.course().setCancelled(false);
        delivery.course().attempted(now, report);
        events.changed();
    }

    /** What the user has stopped stays until he lets it go. */
    private QueuedMail held(QueuedMail mail) {
        try {
            return store.outbox().hold(mail.id(), Messages.stopped);
        } catch (OutboxException e) {
            events.trouble(e.getMessage());
            return mail;
        }
    }

    @Override
    public void closed(String account, String words) {
        closedAccounts.put(account, words);
        events.changed();
    }

    @Override
    public void held(String account, String words) {
        events.changed();
    }

    @Override
    public void reopened(String account) {
        events.changed();
    }

    @Override
    public void noted(String sentence) {
        events.trouble(sentence);
    }
}
