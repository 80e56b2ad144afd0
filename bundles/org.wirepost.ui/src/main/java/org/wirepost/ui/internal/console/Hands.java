// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.ui.internal.account.AccountBook;
import org.wirepost.ui.internal.session.Recording;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/** The sessions that are held by hand; they live on when the console is closed. */
@Component(service = Hands.class)
public final class Hands implements AutoCloseable {

    private final SessionLog log;
    private final AccountBook book;
    private final Background background;
    private final Map<String, HandSession> sessions = new ConcurrentHashMap<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /**
     * Made by the framework.
     *
     * @param log takes what is said
     * @param book knows the accounts and their secrets
     * @param background holds the sessions
     */
    @Activate
    public Hands(@Reference SessionLog log, @Reference AccountBook book, @Reference Background background) {
        this.log = log;
        this.book = book;
        this.background = background;
    }

    List<Account> accounts() {
        return book.accounts();
    }

    Optional<Account> standard() {
        return book.standard();
    }

    /** Opens a session with the server of an account; secrets are only read when it authenticates. */
    HandSession open(Account account, boolean authenticate) {
        Recording recording = log.begin(Messages.bind(Messages.handLabel, account.name()));
        HandSession session = new HandSession(recording, () -> open(authenticate, account), authenticate,
                () -> watchers.forEach(Runnable::run));
        sessions.values().removeIf(HandSession::isOver);
        sessions.put(recording.id(), session);
        background.execute(session);
        return session;
    }

    private AccountSession open(boolean authenticate, Account account) throws AccountException, SecretException {
        boolean withLogin = authenticate || needsKey(account);
        return book.open(withLogin ? account : new Account(account.name(), account.identities(), account.server(),
                Optional.empty(), account.defaults()));
    }

    /** A certificate of the client is shown in the handshake, whether or not it authenticates afterwards. */
    private static boolean needsKey(Account account) {
        return account.login().flatMap(login -> login.clientKeyFile()).isPresent();
    }

    /** Returns the session of a recording, if it is held by hand. */
    Optional<HandSession> of(Recording recording) {
        return Optional.ofNullable(sessions.get(recording.id()));
    }

    /** Has someone told, on any thread, when the status of a session has changed. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /** Ends all sessions. */
    @Deactivate
    @Override
    public void close() {
        sessions.values().forEach(HandSession::end);
    }
}
