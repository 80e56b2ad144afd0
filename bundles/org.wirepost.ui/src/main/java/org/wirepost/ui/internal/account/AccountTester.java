// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.Extensions;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.work.Background;

/** Tests accounts in the background, records each test as a session, and remembers how it ended. Any thread. */
@Component(service = AccountTester.class)
public final class AccountTester {

    /** Somebody is waiting in front of the screen, so this is the limit where the account has none. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AccountBook book;
    private final SessionLog log;
    private final Extensions extensions;
    private final Background background;
    private final CheckMemory memory;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Made by the framework. */
    @Activate
    public AccountTester(@Reference AccountBook book, @Reference SessionLog log, @Reference DeliveryService delivery,
            @Reference Background background) throws AccountException {
        this(book, log, delivery.extensions(), background,
                new CheckMemory(new StoredFile(Places.system().data().resolve("checks.json"))));
    }

    AccountTester(AccountBook book, SessionLog log, Extensions extensions, Background background,
            CheckMemory memory) {
        this.book = book;
        this.log = log;
        this.extensions = extensions;
        this.background = background;
        this.memory = memory;
    }

    /**
     * Begins a test.
     *
     * @param account the account
     * @param typed the secret as typed, where it is not kept yet; copied
     * @param listener is told what happens
     * @return the test, to be cancelled if nobody wants to know any more
     */
    CheckRun start(Account account, Optional<Secret> typed, CheckRun.Listener listener) {
        CheckRun run = new CheckRun(book, account, typed.map(MasterKeeper::copy), extensions, new CheckRun.Listener() {
            @Override
            public void step(org.wirepost.delivery.check.CheckStep step) {
                listener.step(step);
            }

            @Override
            public void done(CheckResult result) {
                remember(account, result);
                listener.done(result);
            }
        });
        background.execute(() -> run.run(log));
        return run;
    }

    private void remember(Account account, CheckResult result) {
        if (counts(result) && !book.isTemporary(account.name())) {
            memory.keep(account, result instanceof CheckResult.Good);
        }
        watchers.forEach(Runnable::run);
    }

    /** Whoever stops a test does not want to know. */
    private static boolean counts(CheckResult result) {
        return result instanceof CheckResult.Good || result instanceof CheckResult.Failed failed
                && failed.step().failure().kind() != SmtpException.Kind.CANCELLED;
    }

    /** Returns how the last test of an account ended, if it has been tested as it is now. */
    Optional<CheckMemory.Mark> mark(Account account) {
        return memory.find(account);
    }

    /** Returns the names of the SASL mechanisms that bundles have added, in upper case. */
    List<String> addedMechanisms() {
        return extensions.mechanismNames();
    }

    /** Forgets how the last test ended. In the background. */
    void forget(String name) {
        memory.forget(name);
        watchers.forEach(Runnable::run);
    }

    /** Has someone told when a test has ended, on any thread. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Tells someone no more. */
    void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }
}
