// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.lab.LabListener;
import org.wirepost.lab.LabServer;
import org.wirepost.lab.LabSession;
import org.wirepost.lab.StoredMessage;
import org.wirepost.ui.internal.account.AccountBook;

/**
 * The lab server of the desktop: started when someone wants it, on a free port of this machine, with a certificate and
 * a password made for this run. While it runs, its account is among the others. What is asked is answered at once; only
 * {@link #start()} and {@link #stop()} take time and belong into the background.
 */
@Component(service = LabDesk.class)
public final class LabDesk {

    /** The name of its account. */
    public static final String ACCOUNT = "Lab (loopback)";

    private final AccountBook book;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile Optional<RunningLab> running = Optional.empty();
    private volatile LabAnswer answer = LabAnswer.ACCEPT;

    /**
     * Made by the framework; nothing is started yet.
     *
     * @param book takes the account
     */
    @Activate
    public LabDesk(@Reference AccountBook book) {
        this.book = book;
    }

    /**
     * Starts the server, unless it runs.
     *
     * @return the account that leads to it
     * @throws IOException when it cannot be started
     */
    public synchronized Account start() throws IOException {
        if (running.isEmpty()) {
            RunningLab started = RunningLab.start(new Ear());
            started.server().play(answer.script());
            book.provide(RunningLab.VARIABLE, started.password());
            running = Optional.of(started);
            book.addTemporary(started.account());
            tell();
        }
        return running.orElseThrow().account();
    }

    /** Ends the server, if it runs, and forgets its account and its messages. */
    @Deactivate
    public synchronized void stop() {
        Optional<RunningLab> ending = running;
        running = Optional.empty();
        if (ending.isPresent()) {
            book.removeTemporary(ACCOUNT);
            ending.get().stop();
            tell();
        }
    }

    /** Returns its account while it runs. */
    public Optional<Account> account() {
        return running.map(RunningLab::account);
    }

    /** Returns the port it listens on while it runs. */
    public Optional<Integer> port() {
        return running.map(lab -> lab.server().port());
    }

    /** Returns the messages it has taken, oldest first. */
    public List<StoredMessage> messages() {
        return running.map(RunningLab::server).map(LabServer::messages).orElse(List.of());
    }

    /** Returns the session that a message came by, if it is still remembered. */
    Optional<LabSession> session(StoredMessage message) {
        return running.map(RunningLab::server).flatMap(server -> server.sessions().stream()
                .filter(session -> session.number() == message.session()).findFirst());
    }

    /** Returns how it answers. */
    public LabAnswer answer() {
        return answer;
    }

    /**
     * Has it answer differently, from the next session on.
     *
     * @param chosen how
     */
    public void setAnswer(LabAnswer chosen) {
        answer = chosen;
        running.ifPresent(lab -> lab.server().play(chosen.script()));
        tell();
    }

    /**
     * Has someone told when it starts, stops, takes a message or is to answer differently.
     *
     * @param watcher who is told, on whatever thread; must be quick
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /** Listens to the server. */
    private final class Ear implements LabListener {

        @Override
        public void messageStored(LabSession session, StoredMessage message) {
            tell();
        }

        @Override
        public void sessionEnded(LabSession session) {
            tell();
        }
    }
}
