// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirepost.account.Account;
import org.wirepost.account.Login;
import org.wirepost.account.Presets;
import org.wirepost.account.SecretSource;
import org.wirepost.account.Server;
import org.wirepost.smtp.Dsn;
import org.wirepost.smtp.TlsMode;

class AccountFormTest {

    private static AccountForm filled() {
        AccountForm form = new AccountForm();
        form.name = "Home";
        form.server.host = "mail.example.org";
        form.login.user = "ann";
        form.login.type("sesame".toCharArray());
        return form;
    }

    private static List<String> faulty(AccountForm form) {
        return form.faults(name -> name.equalsIgnoreCase("Taken")).stream().map(Fault::field).toList();
    }

    @Test
    void pointsAtTheFaultyCharacterOfAnAddress() {
        IdentityForm form = new IdentityForm();
        form.address = "ann@gm ail.com";

        assertThat(form.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(IdentityForm.ADDRESS);
            assertThat(fault.position()).isEqualTo(7);
            assertThat(fault.sentence()).contains("8");
        });
    }

    @Test
    void takesANameTypedBesideTheAddress() {
        IdentityForm form = new IdentityForm();
        form.address = "Ann Lee <ann@example.org>";
        form.replyTo = "";

        assertThat(form.faults()).isEmpty();
        assertThat(form.identity().displayName()).contains("Ann Lee");
        assertThat(form.identity().address()).isEqualTo("ann@example.org");
    }

    @Test
    void refusesWhatNoServerCanBe() {
        AccountForm form = filled();
        form.server.host = "mail example.org";
        form.server.port = "70000";
        assertThat(faulty(form)).containsExactly(ServerForm.HOST, ServerForm.PORT);

        form.server.host = " mail.example.org ";
        form.server.port = "0";
        assertThat(faulty(form)).containsExactly(ServerForm.PORT);

        form.server.port = "25";
        form.server.pin = "sha256//short";
        assertThat(faulty(form)).containsExactly(ServerForm.PIN);
    }

    @Test
    void refusesANameThatIsTakenButNotItsOwn() {
        AccountForm form = filled();
        form.name = "taken";
        assertThat(faulty(form)).containsExactly(AccountForm.NAME);

        Account taken = filled().account().withName("Taken");
        assertThat(faulty(new AccountForm(taken))).isEmpty();
    }

    @Test
    void wantsASecretOrAPlaceForIt() {
        AccountForm form = filled();
        form.login.close();
        assertThat(faulty(form)).containsExactly(LoginForm.SECRET);

        form.login.source = LoginForm.Source.COMMAND;
        assertThat(faulty(form)).containsExactly(LoginForm.PLACE);
        form.login.place = "pass show mail";
        assertThat(faulty(form)).isEmpty();

        form.login.wanted = false;
        form.login.place = "";
        assertThat(faulty(form)).isEmpty();
        assertThat(form.account().login()).isEmpty();
    }

    @Test
    void keepsAllThatAnAccountSays() {
        Account account = new Account("Work", List.of(), new Server("h.example.org", 465, TlsMode.IMPLICIT,
                Optional.empty(), Optional.of("sha256//" + "A".repeat(43) + "="), Optional.of("me.example.org"),
                java.util.Set.of("CHUNKING")), Optional.of(new Login(Login.Kind.TOKEN, "ann",
                Optional.of(new SecretSource.Environment("TOKEN")), Optional.of("XOAUTH2"), true, Optional.empty())),
                new org.wirepost.account.Defaults(java.util.Set.of(Dsn.Notify.FAILURE), Optional.of(Dsn.Return.HDRS),
                        Optional.of(java.time.Duration.ofSeconds(30))));

        assertThat(new AccountForm(account).account()).isEqualTo(account);
    }

    @Test
    void refusesATimeOutThatIsNoneAndNeverWithOtherCases() {
        AccountForm form = filled();
        form.timeout = "soon";
        form.notifications.addAll(List.of(Dsn.Notify.NEVER, Dsn.Notify.DELAY));
        assertThat(faulty(form)).containsExactly(AccountForm.TIMEOUT, AccountForm.NOTIFY);
    }

    @Test
    void changesTheUsualPortWithTheWayToEncrypt() {
        ServerForm form = new ServerForm();
        form.choose(TlsMode.IMPLICIT);
        assertThat(form.port).isEqualTo("465");
        form.choose(TlsMode.REQUIRED);
        assertThat(form.port).isEqualTo("587");
        form.port = "2525";
        form.choose(TlsMode.IMPLICIT);
        assertThat(form.port).isEqualTo("2525");
    }

    @Test
    void recognisesTheProviderOfAnAddress() {
        AccountForm form = new AccountForm();
        AddressGuess guess = new AddressGuess(form, Presets.load(), name -> false);
        guess.address("ann@gmail.com");

        assertThat(guess.preset()).map(preset -> preset.id()).contains("gmail");
        assertThat(form.server.server()).isEqualTo(Server.of("smtp.gmail.com", 465, TlsMode.IMPLICIT));
        assertThat(form.login.user).isEqualTo("ann@gmail.com");
        assertThat(form.name).isEqualTo("Gmail");
    }

    @Test
    void leavesAloneWhatWasChangedByHand() {
        AccountForm form = new AccountForm();
        AddressGuess guess = new AddressGuess(form, Presets.load(), name -> false);
        guess.address("ann@example.org");
        assertThat(form.server.host).isEqualTo("smtp.example.org");
        assertThat(guess.isGuess()).isTrue();

        form.server.host = "relay.example.net";
        form.login.user = "ann.lee";
        form.name = "Mine";
        guess.address("ann@gmail.com");
        assertThat(form.server.host).isEqualTo("relay.example.net");
        assertThat(form.login.user).isEqualTo("ann.lee");
        assertThat(form.name).isEqualTo("Mine");
    }

    @Test
    void namesASecondAccountOfAProviderByItsAddress() {
        AccountForm form = new AccountForm();
        new AddressGuess(form, Presets.load(), "Gmail"::equals).address("bo@gmail.com");
        assertThat(form.name).isEqualTo("bo@gmail.com");
    }
}
