// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.wirepost.account.Account;
import org.wirepost.account.Defaults;
import org.wirepost.account.Identity;
import org.wirepost.account.SendingLimits;
import org.wirepost.smtp.Dsn;

/** An account while it is being typed. User interface thread only. */
final class AccountForm implements AutoCloseable {

    static final String NAME = "account.name";
    static final String IDENTITIES = "account.identities";
    static final String TIMEOUT = "account.timeout";
    static final String NOTIFY = "account.notify";

    private static final int LONGEST_SECONDS = 3600;

    /** The name under which it is in the book already; empty for a new one. */
    final String original;
    String name;
    final List<Identity> identities;
    final ServerForm server;
    final LoginForm login;
    final Set<Dsn.Notify> notifications = EnumSet.noneOf(Dsn.Notify.class);
    Optional<Dsn.Return> returned = Optional.empty();
    private SendingLimits limits = SendingLimits.NONE;
    /** Seconds. */
    String timeout = "";

    /** A new account. */
    AccountForm() {
        original = "";
        name = "";
        identities = new ArrayList<>();
        server = new ServerForm();
        login = new LoginForm();
    }

    /** The account there is. */
    AccountForm(Account account) {
        original = account.name();
        name = account.name();
        identities = new ArrayList<>(account.identities());
        server = ServerForm.of(account.server());
        login = LoginForm.of(account.login());
        notifications.addAll(account.defaults().notifications());
        returned = account.defaults().returned();
        limits = account.defaults().limits();
        timeout = account.defaults().timeout().map(time -> Long.toString(Math.max(1, time.toSeconds()))).orElse("");
    }

    /**
     * Returns what is wrong, the first field first.
     *
     * @param taken tells whether another account has a name
     */
    List<Fault> faults(Predicate<String> taken) {
        List<Fault> faults = new ArrayList<>();
        nameFault(taken).ifPresent(faults::add);
        faults.addAll(server.faults());
        faults.addAll(login.faults());
        if (!timeout.isBlank() && seconds() < 1) {
            faults.add(Fault.of(TIMEOUT, Messages.bind(Messages.timeoutFault, LONGEST_SECONDS)));
        }
        if (notifications.contains(Dsn.Notify.NEVER) && notifications.size() > 1) {
            faults.add(Fault.of(NOTIFY, Messages.neverAlone));
        }
        if (faults.isEmpty()) {
            try {
                account();
            } catch (IllegalArgumentException e) {
                faults.add(Fault.of(NAME, e.getMessage()));
            }
        }
        return faults;
    }

    private Optional<Fault> nameFault(Predicate<String> taken) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            return Optional.of(Fault.of(NAME, Messages.nameMissing));
        }
        return !wanted.equalsIgnoreCase(original) && taken.test(wanted)
                ? Optional.of(Fault.of(NAME, Messages.bind(Messages.nameTaken, wanted))) : Optional.empty();
    }

    private int seconds() {
        String digits = timeout.strip();
        int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        return number > LONGEST_SECONDS ? 0 : number;
    }

    /** Returns the account; only when there is no fault. */
    Account account() {
        return account(name.strip());
    }

    /**
     * Returns the account; only when there is no fault.
     *
     * @param entry the entry of the store for a new secret
     */
    Account account(String entry) {
        Optional<Duration> limit = timeout.isBlank() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds()));
        return new Account(name.strip(), identities, server.server(),
                login.login(Optional.of(login.alias.isEmpty() ? entry : login.alias)),
                new Defaults(notifications, returned, limit, limits));
    }

    @Override
    public void close() {
        login.close();
    }
}
