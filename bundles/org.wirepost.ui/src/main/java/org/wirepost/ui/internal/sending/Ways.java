// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Accounts;
import org.wirepost.account.Login;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretSource;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.runner.NoRouteException;
import org.wirepost.delivery.runner.Routes;
import org.wirepost.delivery.runner.SendLimits;
import org.wirepost.ui.internal.account.AccountBook;

/**
 * The ways of queued mail: through the accounts, or through servers that were named on a command line. A person who did
 * not want to tell a secret is not asked again until he wants something sent.
 */
final class Ways implements Routes {

    private final AccountBook book;
    private final Accounts servers;
    private final Map<String, String> shut = new ConcurrentHashMap<>();
    /** What was opened on a thread, until its work is done. */
    private final ThreadLocal<List<AccountSession>> opened = ThreadLocal.withInitial(ArrayList::new);

    Ways(AccountBook book, Accounts servers) {
        this.book = book;
        this.servers = servers;
    }

    @Override
    public ServerLogin login(String name) throws NoRouteException {
        String known = shut.get(name);
        if (known != null) {
            throw new NoRouteException(known, null);
        }
        try {
            Account account = find(name)
                    .orElseThrow(() -> new NoRouteException(Messages.bind(Messages.noAccount, name), null));
            AccountSession session = book.open(account);
            opened.get().add(session);
            return ServerLogin.of(session);
        } catch (AccountException | SecretException e) {
            shut.put(name, e.getMessage());
            throw new NoRouteException(e.getMessage(), e);
        }
    }

    @Override
    public SendLimits limits(String name) {
        return find(name).map(account -> SendLimits.of(account.defaults().limits())).orElse(SendLimits.DEFAULT);
    }

    @Override
    public boolean asks(String name) {
        return find(name).flatMap(Account::login).flatMap(Login::secret)
                .filter(SecretSource.Stored.class::isInstance).isPresent();
    }

    Optional<Account> find(String name) {
        Optional<Account> account = book.find(name);
        if (account.isPresent()) {
            return account;
        }
        try {
            return servers.find(name);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Tries an account again, whatever it said before. */
    void reopen(String name) {
        shut.remove(name);
    }

    /** Runs tasks whose secrets are destroyed at their end. */
    Executor forgetting(Executor executor) {
        return task -> executor.execute(() -> {
            try {
                task.run();
            } finally {
                opened.get().forEach(AccountSession::close);
                opened.remove();
            }
        });
    }
}
