// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Accounts;
import org.wirepost.account.Login;
import org.wirepost.account.Places;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretSource;
import org.wirepost.account.SecretStore;

/**
 * The accounts as the desktop knows them: those of the accounts file, which the command line shares, and temporary ones
 * that are never written to disk, such as that of the lab server. What is asked is answered from memory, on any thread;
 * what changes the file or needs a secret belongs into the background.
 */
@Component(service = AccountBook.class)
public final class AccountBook implements AutoCloseable {

    private final Accounts file;
    private final Map<String, Account> temporary = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final Vault vault;
    private volatile BookPage page = BookPage.EMPTY;

    /**
     * Made by the framework.
     *
     * @param prompt asks for the master password
     * @throws AccountException when there is no home folder
     */
    @Activate
    public AccountBook(@Reference MasterPrompt prompt) throws AccountException {
        this(Places.system(), System.getenv(), prompt);
    }

    /**
     * Opens the accounts of given places.
     *
     * @param places where the files are
     * @param environment environment variables
     * @param prompt asks for the master password
     */
    public AccountBook(Places places, Map<String, String> environment, MasterPrompt prompt) {
        this.file = Accounts.at(places.accountsFile());
        this.vault = new Vault(SecretStore.at(places.secretsFile()), environment, prompt);
        this.page = BookPage.read(file);
    }

    /** Returns all accounts: those of the file, then the temporary ones, which hide others of their name. */
    public List<Account> accounts() {
        List<Account> all = new ArrayList<>(page.accounts());
        synchronized (temporary) {
            all.removeIf(account -> temporary.containsKey(account.name()));
            all.addAll(temporary.values());
        }
        return List.copyOf(all);
    }

    /**
     * Returns an account.
     *
     * @param name its name, without regard to case
     */
    public Optional<Account> find(String name) {
        return accounts().stream().filter(account -> account.name().equalsIgnoreCase(name)).findFirst();
    }

    /** Returns the account that letters go through unless another is chosen: the chosen one, or the first. */
    public Optional<Account> standard() {
        return page.standard().flatMap(this::find).or(() -> accounts().stream().findFirst());
    }

    /** Returns the name of the account chosen as the standard one, if any is. */
    public Optional<String> chosenStandard() {
        return page.standard();
    }

    /** Returns why the accounts file cannot be used, in one sentence, if so. */
    public Optional<String> problem() {
        return page.problem();
    }

    /** Tells whether an account is a temporary one. */
    public boolean isTemporary(String name) {
        synchronized (temporary) {
            return temporary.containsKey(name);
        }
    }

    /**
     * Has someone told of every change, on the thread that made it.
     *
     * @param watcher must be quick
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Tells someone no more. */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /**
     * Prepares a session: reads the files of the account and its secret. Asks a person for the master password when it
     * is needed and not known yet, so never on the user interface thread.
     *
     * @param account the account
     * @return the session, closed by the caller
     * @throws AccountException when a file of the account cannot be used
     * @throws SecretException when the secret cannot be read
     */
    public AccountSession open(Account account) throws AccountException, SecretException {
        return vault.open(account, Optional.empty());
    }

    /** Looks whether another program has changed the file. In the background. */
    public void refresh() {
        if (!page.isCurrent(file.file())) {
            reread();
        }
    }

    private void reread() {
        BookPage before = page;
        page = BookPage.read(file);
        if (!page.sameAs(before)) {
            tell();
        }
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }

    /** A change of the file. */
    @FunctionalInterface
    interface Change {
        void on(Accounts accounts) throws IOException;
    }

    /** Changes the file. In the background. */
    void change(Change change) throws IOException {
        try {
            change.on(file);
        } finally {
            reread();
        }
    }

    /** Adds an account, whose name must be new; the first one becomes the standard one. In the background. */
    public void add(Account account) throws IOException {
        if (isTemporary(account.name())) {
            throw new AccountException(Messages.bind(Messages.nameTaken, account.name()));
        }
        change(accounts -> {
            boolean first = accounts.list().isEmpty();
            accounts.add(account);
            if (first) {
                accounts.makeDefault(account.name());
            }
        });
    }

    /** Puts an account in the place of the one of a name, which may be another. In the background. */
    public void replace(String name, Account account) throws IOException {
        change(accounts -> {
            if (!name.equals(account.name())) {
                accounts.rename(name, account.name());
            }
            accounts.replace(account);
        });
    }

    /** Removes an account; its secret stays in the store. In the background. */
    public void remove(String name) throws IOException {
        change(accounts -> accounts.remove(name));
    }

    /** Chooses the standard account. In the background. */
    public void makeStandard(String name) throws IOException {
        change(accounts -> accounts.makeDefault(name));
    }

    /** Adds an account for this run only, or puts it in the place of one of that name. */
    public void addTemporary(Account account) {
        synchronized (temporary) {
            temporary.put(account.name(), account);
        }
        tell();
    }

    /** Removes a temporary account, if there is one of that name. */
    public void removeTemporary(String name) {
        boolean removed;
        synchronized (temporary) {
            removed = temporary.remove(name) != null;
        }
        if (removed) {
            tell();
        }
    }

    /**
     * Sets an environment variable for {@link SecretSource.Environment}, in memory only.
     *
     * @param variable its name
     * @param value its value
     */
    public void provide(String variable, String value) {
        vault.provide(variable, value);
    }

    /** Returns the entry of the store that an account alone uses, if it uses one. */
    Optional<String> ownAlias(Account account) {
        return alias(account).filter(mine -> page.accounts().stream()
                .filter(other -> !other.name().equalsIgnoreCase(account.name()))
                .noneMatch(other -> alias(other).filter(mine::equalsIgnoreCase).isPresent()));
    }

    /** Returns a name for an entry of the store that no account uses yet. */
    String freeAlias(String wanted) {
        String name = wanted;
        for (int number = 2; isUsed(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }

    private boolean isUsed(String name) {
        return page.accounts().stream().anyMatch(account -> alias(account).filter(name::equalsIgnoreCase).isPresent());
    }

    private static Optional<String> alias(Account account) {
        return account.login().flatMap(Login::secret).filter(SecretSource.Stored.class::isInstance)
                .map(source -> ((SecretSource.Stored) source).alias());
    }

    /** Returns where the secrets are. */
    Vault vault() {
        return vault;
    }

    /** Destroys what is secret. */
    @Deactivate
    @Override
    public void close() {
        vault.close();
    }
}
