// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The accounts of a user, in one JSON file that never holds a secret.
 *
 * <p>Every call reads the file, so that what another program changed is seen. Changes are made by one writer at a time,
 * in one step: a crash leaves the old file or the new one. A file that is damaged, from a newer version, or can be
 * written by everybody is refused and left as it is. Members of the file that are not understood are kept.
 *
 * <p>All methods throw {@link AccountException} for what the user can mend, and another {@link IOException} when the
 * file cannot be read or written; the messages are for people.
 */
public final class Accounts {

    private static final int LIMIT = 4 * 1024 * 1024;

    private final StoredFile stored;

    private Accounts(StoredFile stored) {
        this.stored = stored;
    }

    /**
     * Returns the accounts in a file, which need not exist yet.
     *
     * @param file the file
     * @return the accounts
     */
    public static Accounts at(Path file) {
        return new Accounts(new StoredFile(file));
    }

    /** Returns the file. */
    public Path file() {
        return stored.path();
    }

    /** Returns all accounts in the order in which they were added. */
    public List<Account> list() throws IOException {
        return read().accounts();
    }

    /**
     * Returns an account.
     *
     * @param name its name, without regard to case
     * @return the account, or empty when there is none of that name
     */
    public Optional<Account> find(String name) throws IOException {
        return read().find(name);
    }

    /**
     * Returns an account that has to be there.
     *
     * @param name its name, without regard to case
     * @return the account
     * @throws AccountException when there is none; it names those that there are
     */
    public Account get(String name) throws IOException {
        return known(read(), name);
    }

    /** Returns the account that is used unless another is named: the one chosen, or the only one. */
    public Optional<Account> defaultAccount() throws IOException {
        return read().defaultAccount();
    }

    /** Adds an account, whose name must be new. */
    public void add(Account account) throws IOException {
        change(document -> {
            refuseDuplicate(document, account.name());
            document.add(account);
        });
    }

    /** Puts an account in the place of the one of the same name. */
    public void replace(Account account) throws IOException {
        change(document -> document.replace(known(document, account.name()).name(), account));
    }

    /** Removes an account. */
    public void remove(String name) throws IOException {
        change(document -> document.remove(known(document, name).name()));
    }

    /** Gives an account another name, which must be new; one that differs in case only is fine. */
    public void rename(String name, String other) throws IOException {
        change(document -> {
            Account account = known(document, name);
            if (!name.equalsIgnoreCase(other)) {
                refuseDuplicate(document, other);
            }
            document.replace(name, account.withName(other));
        });
    }

    /** Chooses the account that is used unless another is named. */
    public void makeDefault(String name) throws IOException {
        change(document -> document.makeDefault(known(document, name).name()));
    }

    @FunctionalInterface
    private interface Edit {
        void on(AccountsDocument document) throws AccountException;
    }

    private void change(Edit edit) throws IOException {
        try {
            stored.<AccountException>update(LIMIT, old -> {
                AccountsDocument document = parse(old);
                edit.on(document);
                return Optional.of(document.toOctets());
            });
        } catch (AccountException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("The accounts file " + file() + " cannot be written: " + Words.reason(e), e);
        }
    }

    private AccountsDocument read() throws IOException {
        try {
            return parse(stored.read(LIMIT));
        } catch (AccountException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("The accounts file " + file() + " cannot be read: " + Words.reason(e), e);
        }
    }

    private AccountsDocument parse(Optional<byte[]> octets) throws AccountException {
        if (octets.isEmpty()) {
            return AccountsDocument.empty();
        }
        refuseWritableByAll();
        try {
            return AccountsDocument.read(octets.get());
        } catch (JsonFault e) {
            throw new AccountException("The accounts file " + file() + " cannot be used: in line " + e.line() + ", "
                    + e.getMessage() + "; it was left as it is: mend that line, or move the file away", e);
        }
    }

    /** An account can name a command to run, so nobody else may write one. */
    private void refuseWritableByAll() throws AccountException {
        try {
            if (Files.getPosixFilePermissions(file()).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new AccountException("The accounts file " + file() + " can be written by every user and may have "
                        + "been tampered with: look at it, then chmod 600 it");
            }
        } catch (AccountException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // Without POSIX permissions there is nothing to refuse.
        }
    }

    private Account known(AccountsDocument document, String name) throws AccountException {
        return document.find(name).orElseThrow(() -> {
            List<Account> all = document.accounts();
            return new AccountException("There is no account \"" + Words.harmless(name) + "\" in " + file()
                    + (all.isEmpty() ? ": add one first" : ", only "
                    + all.stream().map(Account::name).collect(Collectors.joining(", "))));
        });
    }

    private void refuseDuplicate(AccountsDocument document, String name) throws AccountException {
        if (document.find(name).isPresent()) {
            throw new AccountException("There is already an account \"" + name + "\" in " + file()
                    + ": choose another name, or remove that one first");
        }
    }
}
