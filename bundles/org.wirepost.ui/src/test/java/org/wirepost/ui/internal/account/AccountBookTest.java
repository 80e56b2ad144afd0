// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Accounts;
import org.wirepost.account.Identity;
import org.wirepost.account.Login;
import org.wirepost.account.Places;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

class AccountBookTest {

    @TempDir
    Path folder;

    private final Person person = new Person();
    private Places places;
    private AccountBook book;

    @BeforeEach
    void open() {
        places = new Places(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        book = new AccountBook(places, Map.of(), person);
    }

    @AfterEach
    void close() {
        book.close();
    }

    static Account account(String name, Optional<Login> login) {
        return Account.of(name, Identity.of("ann@example.org"), Server.of("mail.example.org", 587, TlsMode.REQUIRED),
                login);
    }

    private static Account plain(String name) {
        return account(name, Optional.empty());
    }

    private static Account stored(String name) {
        return account(name, Optional.of(Login.password("ann", new SecretSource.Stored(name))));
    }

    private String password(Account account) throws IOException, SecretException {
        try (AccountSession session = book.open(account)) {
            return new String(((Credentials.Password) session.credentials().orElseThrow()).password().characters());
        }
    }

    @Test
    void makesTheFirstAccountTheStandardOne() throws IOException {
        book.add(plain("Home"));
        book.add(plain("Work"));

        assertThat(book.accounts()).extracting(Account::name).containsExactly("Home", "Work");
        assertThat(book.standard()).map(Account::name).contains("Home");
        assertThat(Accounts.at(places.accountsFile()).defaultAccount()).map(Account::name).contains("Home");
    }

    @Test
    void seesWhatTheCommandLineHasChanged() throws IOException {
        AtomicInteger told = new AtomicInteger();
        book.watch(told::incrementAndGet);
        book.refresh();
        assertThat(told).hasValue(0);

        Accounts.at(places.accountsFile()).add(plain("Work"));
        book.refresh();
        book.refresh();

        assertThat(book.accounts()).hasSize(1);
        assertThat(told).hasValue(1);
    }

    @Test
    void saysWhyADamagedFileCannotBeUsedAndLeavesIt() throws IOException {
        Files.createDirectories(places.config());
        Files.writeString(places.accountsFile(), "{");
        book.refresh();

        assertThat(book.accounts()).isEmpty();
        assertThat(book.problem().orElseThrow()).contains("accounts.json", "line 1");
        assertThatThrownBy(() -> book.add(plain("Home"))).isInstanceOf(IOException.class);
        assertThat(places.accountsFile()).hasContent("{");
    }

    @Test
    void neverWritesATemporaryAccount() throws IOException, SecretException {
        Account lab = account("Lab", Optional.of(Login.password("ann", new SecretSource.Environment("LAB_PASSWORD"))));
        book.addTemporary(lab);
        book.provide("LAB_PASSWORD", "sesame");

        assertThat(book.standard()).contains(lab);
        assertThat(book.isTemporary("lab")).isTrue();
        assertThat(password(lab)).isEqualTo("sesame");
        assertThat(places.accountsFile()).doesNotExist();
        assertThatThrownBy(() -> book.add(plain("LAB"))).hasMessageContaining("LAB");
        book.removeTemporary("Lab");
        assertThat(book.accounts()).isEmpty();
    }

    @Test
    void givesAnAccountAnotherNameAndServerAtOnce() throws IOException {
        book.add(plain("Home"));
        book.replace("Home", plain("House").withServer(Server.of("other.example.org", 465, TlsMode.IMPLICIT)));

        assertThat(book.accounts()).singleElement().satisfies(account -> {
            assertThat(account.name()).isEqualTo("House");
            assertThat(account.server().host()).isEqualTo("other.example.org");
        });
        assertThat(book.standard()).map(Account::name).contains("House");
    }

    @Test
    void asksForTheMasterPasswordOnceInARun() throws IOException, SecretException {
        person.says("correct horse");
        book.vault().keep("Home", Secret.of("sesame"));
        assertThat(person.chose).isEqualTo(1);
        assertThat(password(stored("Home"))).isEqualTo("sesame");

        Person later = new Person().says("wrong", "correct horse");
        try (AccountBook next = new AccountBook(places, Map.of(), later)) {
            next.open(stored("Home")).close();
            next.open(stored("Home")).close();
        }
        assertThat(later.asked).isEqualTo(1);
        assertThat(later.problems).singleElement().asString().contains("password").doesNotContain("correct horse");
    }

    @Test
    void asksAgainAfterThePersonGaveUp() throws SecretException {
        assertThatThrownBy(() -> book.vault().keep("Home", Secret.of("sesame"))).isInstanceOf(SecretException.class);
        assertThat(book.vault().hasStore()).isFalse();

        person.says("correct horse");
        book.vault().keep("Home", Secret.of("sesame"));
        assertThat(book.vault().hasStore()).isTrue();
    }

    @Test
    void usesAMasterPasswordThatTheEnvironmentGives() throws IOException, SecretException {
        try (AccountBook given = new AccountBook(places, Map.of("WIREPOST_MASTER_PASSWORD", "given"), person)) {
            given.vault().keep("Home", Secret.of("sesame"));
            given.open(stored("Home")).close();
        }
        assertThat(person.asked + person.chose).isZero();
    }

    @Test
    void changesTheMasterPassword() throws IOException, SecretException {
        person.says("old one");
        book.vault().keep("Home", Secret.of("sesame"));
        book.vault().master().change(Secret.of("new one"));

        assertThat(password(stored("Home"))).isEqualTo("sesame");
        Person later = new Person().says("old one", "new one");
        try (AccountBook next = new AccountBook(places, Map.of(), later)) {
            next.open(stored("Home")).close();
        }
        assertThat(later.problems).hasSize(1);
    }

    @Test
    void opensWithASecretThatIsNotKeptYet() throws IOException, SecretException {
        try (AccountSession session = book.vault().open(stored("Home"), Optional.of(Secret.of("typed")))) {
            assertThat(session.credentials()).get().isInstanceOfSatisfying(Credentials.Password.class,
                    known -> assertThat(known.password().characters()).containsExactly("typed".toCharArray()));
        }
        assertThat(person.asked + person.chose).isZero();
    }

    @Test
    void knowsWhichEntryOfTheStoreBelongsToOneAccountAlone() throws IOException {
        book.add(stored("Home"));
        assertThat(book.ownAlias(stored("Home"))).contains("Home");
        assertThat(book.freeAlias("home")).isEqualTo("home 2");

        book.add(stored("Home").withName("Copy"));
        assertThat(book.ownAlias(stored("Home"))).isEmpty();
    }
}
