// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.queue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wirepost.account.Account;
import org.wirepost.account.Accounts;
import org.wirepost.account.Defaults;
import org.wirepost.account.Login;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.delivery.runner.NoRouteException;
import org.wirepost.delivery.runner.Routes;
import org.wirepost.delivery.runner.SendLimits;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.ShellWord;
import org.wirepost.headless.internal.server.ServerReader;
import org.wirepost.headless.internal.server.Sessions;
import org.wirepost.smtp.TlsMode;

/**
 * The ways of queued mail: through accounts, or through servers that were named on a command line and are kept beside
 * the outbox, without secrets.
 */
public final class AccountRoutes implements Routes {

    private static final int MOST_NAMES = 1000;

    private final QueuePlace place;
    private final Surroundings surroundings;

    /** Logins whose secret somebody typed; it is asked for once. */
    private final Map<String, ServerLogin> typed = new ConcurrentHashMap<>();

    /**
     * Knows the ways.
     *
     * @param place for the servers without account
     * @param surroundings for the accounts and their secrets
     */
    public AccountRoutes(QueuePlace place, Surroundings surroundings) {
        this.place = place;
        this.surroundings = surroundings;
    }

    /**
     * Returns the name under which mail for an account is queued. One that differs from the stored account of its name,
     * or has none, is kept beside the outbox.
     *
     * @param account with everything that options have changed
     * @return the name
     * @throws Fault when its secret could not be found later, or it cannot be kept
     */
    public String name(Account account) throws Fault {
        try {
            Optional<Account> stored = ServerReader.accounts(surroundings).find(account.name());
            if (stored.isPresent() && stored.get().equals(account)) {
                return account.name();
            }
            refuseUnnamedSecret(account);
            return kept(account);
        } catch (IOException e) {
            throw new Fault(ExitCode.CANTCREAT, e.getMessage() + ".", e);
        }
    }

    private static void refuseUnnamedSecret(Account account) throws Fault {
        Optional<Login> login = account.login();
        if (login.filter(AccountRoutes::isUnnamed).isPresent()) {
            throw new Fault(ExitCode.CONFIG, "The " + login.get().kind().word() + " of "
                    + login.get().user() + " is not kept in the outbox; say where it will be read from when the mail "
                    + "is sent, with --password-env, --password-file, --password-command or --password-store (or "
                    + "--token-...), or use an account.");
        }
    }

    /** Tells whether a secret is needed of which nobody has said where it is. */
    private static boolean isUnnamed(Login login) {
        return login.secret().isEmpty() && login.kind() != Login.Kind.CERTIFICATE;
    }

    /** Keeps the server; the name of one with the same settings is used again. */
    private String kept(Account account) throws IOException {
        String base = uri(account);
        Accounts servers = place.servers();
        for (int i = 1; i < MOST_NAMES; i++) {
            Account wanted = new Account(i == 1 ? base : base + " (" + i + ")", List.of(), account.server(),
                    account.login(), new Defaults(Set.of(), Optional.empty(), account.defaults().timeout(),
                            account.defaults().limits()));
            Optional<Account> there = servers.find(wanted.name());
            if (there.isPresent() && there.get().equals(wanted)) {
                return wanted.name();
            }
            if (there.isEmpty() && added(servers, wanted)) {
                return wanted.name();
            }
        }
        throw new IOException("Too many servers are kept under the name " + base);
    }

    /** Adds a server, unless another process has just added one of that name. */
    private static boolean added(Accounts servers, Account wanted) throws IOException {
        try {
            servers.add(wanted);
            return true;
        } catch (IOException e) {
            Optional<Account> there = servers.find(wanted.name());
            if (there.isEmpty()) {
                throw e;
            }
            return there.get().equals(wanted);
        }
    }

    private static String uri(Account account) {
        String host = account.server().host();
        String user = account.login().map(Login::user).filter(name -> !name.isEmpty()).map(name -> name + "@")
                .orElse("");
        return (account.server().tlsMode() == TlsMode.IMPLICIT ? "smtps://" : "smtp://") + user
                + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + account.server().port();
    }

    @Override
    public ServerLogin login(String name) throws NoRouteException {
        ServerLogin known = typed.get(name);
        if (known != null) {
            return known;
        }
        try {
            Account account = find(name).orElseThrow(() -> new NoRouteException("There is no account " + name
                    + "; set it up again with 'wirepost account add', or drop its mail.", null));
            boolean asked = account.login().filter(AccountRoutes::isUnnamed).isPresent();
            if (asked && !surroundings.terminal().input()) {
                throw new NoRouteException("Its " + account.login().get().kind().word() + " is asked for each time, "
                        + "and nobody can be asked here; run it on a terminal, or let the account say where the "
                        + "secret is read from ('wirepost account add " + ShellWord.of(name) + " --replace ... "
                        + "--password-command ...').", null);
            }
            ServerLogin login = Sessions.of(account, surroundings);
            if (asked) {
                typed.put(name, login);
            }
            return login;
        } catch (IOException e) {
            throw new NoRouteException(e.getMessage() + ".", e);
        } catch (Fault e) {
            throw new NoRouteException(e.getMessage(), e);
        }
    }

    @Override
    public boolean asks(String name) {
        try {
            return find(name).flatMap(Account::login).filter(AccountRoutes::isUnnamed).isPresent();
        } catch (IOException | Fault e) {
            return false;
        }
    }

    @Override
    public SendLimits limits(String name) {
        try {
            return find(name).map(account -> SendLimits.of(account.defaults().limits())).orElse(SendLimits.DEFAULT);
        } catch (IOException | Fault e) {
            return SendLimits.DEFAULT;
        }
    }

    /** Forgets a typed secret that was refused, so that it is asked for again. */
    public void forget(String name) {
        typed.remove(name);
    }

    private Optional<Account> find(String name) throws IOException, Fault {
        Optional<Account> server = place.servers().find(name);
        return server.isPresent() ? server : ServerReader.accounts(surroundings).find(name);
    }
}
