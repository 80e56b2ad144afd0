// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.Optional;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.SecretException;
import org.wirepost.delivery.Extensions;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.check.CheckStep;
import org.wirepost.delivery.check.ConnectionCheck;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.ui.internal.session.SessionLog;
import org.wirepost.ui.internal.words.Sentences;

/** One test of one account. */
final class CheckRun {

    private final AccountBook book;
    private final Account account;
    private final Optional<Secret> typed;
    private final Extensions extensions;
    private final Listener listener;
    private final Object lock = new Object();
    private Optional<ConnectionCheck> check = Optional.empty();
    private boolean cancelled;

    CheckRun(AccountBook book, Account account, Optional<Secret> typed, Extensions extensions, Listener listener) {
        this.book = book;
        this.account = account;
        this.typed = typed;
        this.extensions = extensions;
        this.listener = listener;
    }

    /** Is told what happens, on the thread of the test. */
    interface Listener {

        /** A step is done or has failed. */
        void step(CheckStep step);

        /** The test is over. */
        void done(CheckResult result);
    }

    /** Runs the test. In the background. */
    void run(SessionLog log) {
        CheckResult result;
        try (AccountSession session = book.vault().open(account, typed)) {
            result = run(log, session);
        } catch (AccountException | SecretException e) {
            result = new CheckResult.Unready(Sentences.of(e.getMessage()));
        } catch (RuntimeException | Error e) {
            listener.done(new CheckResult.Unready(Messages.testBroken));
            throw e;
        } finally {
            typed.ifPresent(Secret::destroy);
        }
        listener.done(result);
    }

    private CheckResult run(SessionLog log, AccountSession session) {
        ServerLogin login = ServerLogin.of(session);
        if (account.defaults().timeout().isEmpty()) {
            login = new ServerLogin(login.connection().withTimeouts(Timeouts.all(AccountTester.PATIENCE)),
                    login.credentials(), login.auth());
        }
        ConnectionCheck fresh = new ConnectionCheck(login, extensions,
                log.begin(Messages.bind(Messages.testLabel, account.name())), listener::step);
        synchronized (lock) {
            check = Optional.of(fresh);
            if (cancelled) {
                fresh.cancel();
            }
        }
        return fresh.run().<CheckResult>map(CheckResult.Failed::new).orElseGet(CheckResult.Good::new);
    }

    /** Ends the test, from any thread. */
    void cancel() {
        synchronized (lock) {
            cancelled = true;
            check.ifPresent(ConnectionCheck::cancel);
        }
    }
}
