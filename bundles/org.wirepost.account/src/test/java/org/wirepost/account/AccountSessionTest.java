// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

class AccountSessionTest {

    private static final String PIN = "sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final SecretSource SOURCE = new SecretSource.Environment("PW");
    private static final Account PLAIN = AccountsTest.simple("work");

    @TempDir
    Path folder;

    private SecretContext context() {
        return new SecretContext(Map.of("PW", "hunter2", "KEY", Certificates.PASSWORD, "HOME", folder.toString()),
                SecretStore.quick(folder.resolve("s.p12")), () -> Secret.of("m"), Duration.ofSeconds(5),
                warning -> { });
    }

    @Test
    void carriesEveryMemberOfTheServerIntoTheSettings() throws Exception {
        X509Certificate authority = Certificates.newAuthority("CA");
        Files.writeString(folder.resolve("ca.pem"), Certificates.pem(authority));
        Account account = PLAIN.withServer(new Server("h.example", 26, TlsMode.IMPLICIT, Optional.of("~/ca.pem"),
                Optional.of(PIN), Optional.of("me.example"), Set.of("chunking")))
                .withDefaults(new Defaults(Set.of(), Optional.empty(), Optional.of(Duration.ofSeconds(9))));

        ConnectionSettings settings = AccountSession.of(account, context()).settings();

        assertThat(settings.host()).isEqualTo("h.example");
        assertThat(settings.port()).isEqualTo(26);
        assertThat(settings.tlsMode()).isEqualTo(TlsMode.IMPLICIT);
        assertThat(settings.tls().authorities()).containsExactly(authority);
        assertThat(settings.tls().pin()).contains(PIN);
        assertThat(settings.ehloName()).contains("me.example");
        assertThat(settings.disabled()).containsExactly("CHUNKING");
        assertThat(settings.timeouts()).isEqualTo(Timeouts.all(Duration.ofSeconds(9)));
    }

    @Test
    void usesTheDefaultsWhereNothingIsSaid() throws Exception {
        AccountSession session = AccountSession.of(PLAIN, context());

        assertThat(session.settings().timeouts()).isEqualTo(Timeouts.DEFAULT);
        assertThat(session.settings().tls().authorities()).isEmpty();
        assertThat(session.credentials()).isEmpty();
        assertThat(session.auth()).isEqualTo(AuthSettings.DEFAULT);
    }

    @Test
    void makesCredentialsOfAPasswordAndDestroysThemInTheEnd() throws Exception {
        AccountSession session = AccountSession.of(PLAIN.withLogin(Login.password("ann", SOURCE)
                .withMechanism("login").withClearTextAllowed(true)), context());
        Credentials.Password password = (Credentials.Password) session.credentials().orElseThrow();

        assertThat(password.user()).isEqualTo("ann");
        assertThat(new String(password.password().characters())).isEqualTo("hunter2");
        assertThat(session.auth().mechanism()).contains("LOGIN");
        assertThat(session.auth().clearTextAllowed()).isTrue();
        assertThat(session).asString().doesNotContain("hunter2");
        session.close();
        assertThat(password.password().isDestroyed()).isTrue();
    }

    @Test
    void makesCredentialsOfAToken() throws Exception {
        AccountSession session = AccountSession.of(PLAIN.withLogin(Login.token("ann", SOURCE)), context());

        assertThat(session.credentials()).get().isInstanceOf(Credentials.Token.class);
        session.close();
    }

    @Test
    void readsTheKeyOfTheClient() throws Exception {
        KeyStore keys = Certificates.newKeyStore(folder.resolve("key.p12"), "client");
        Login login = new Login(Login.Kind.CERTIFICATE, "", Optional.of(new SecretSource.Environment("KEY")),
                Optional.empty(), false, Optional.of(folder.resolve("key.p12").toString()));

        AccountSession session = AccountSession.of(PLAIN.withLogin(login), context());
        TlsSettings tls = session.settings().tls();

        assertThat(session.credentials()).contains(new Credentials.External(""));
        assertThat(tls.clientKey().orElseThrow().getCertificate("key")).isEqualTo(keys.getCertificate("key"));
        assertThat(tls.clientKey().orElseThrow().getKey("key", tls.clientKeyPassword())).isNotNull();
        assertThatThrownBy(() -> AccountSession.of(PLAIN.withLogin(login.withSecret(SOURCE)), context()))
                .isInstanceOf(AccountException.class).hasMessageContaining("password is wrong");
    }

    @Test
    void saysThatAnAccountHasNoSourceForItsPassword() {
        Login login = new Login(Login.Kind.PASSWORD, "ann", Optional.empty(), Optional.empty(), false,
                Optional.empty());

        assertThatThrownBy(() -> AccountSession.of(PLAIN.withLogin(login), context()))
                .isInstanceOf(SecretException.class).hasMessageContaining("work").hasMessageContaining("password");
    }

    @Test
    void saysThatAFileIsMissing() {
        Account account = PLAIN.withServer(PLAIN.server().withCaFile(folder.resolve("none.pem")));

        assertThatThrownBy(() -> AccountSession.of(account, context())).isInstanceOf(AccountException.class)
                .hasMessageContaining("none.pem").hasMessageContaining("does not exist");
    }

    @Test
    void needsNoSecretToLookAtTheServer() throws Exception {
        Account account = PLAIN.withLogin(Login.password("ann", new SecretSource.Environment("NOT_SET")));

        assertThat(AccountSession.connectionOnly(account, context()).host()).isEqualTo("mail.example.org");
    }

    @Test
    void makesAnAccountOfAServerAddress() throws Exception {
        Account account = Account.of(ServerUri.parse("smtps://[::1]"), Optional.of(Login.password("ann", SOURCE)));

        AccountSession session = AccountSession.of(account, context());

        assertThat(session.settings().host()).isEqualTo("::1");
        assertThat(session.settings().port()).isEqualTo(465);
        assertThat(session.credentials()).isPresent();
        session.close();
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of("h\r\nx", 25, TlsMode.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of("[::1]", 25, TlsMode.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of("h", 0, TlsMode.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of("h", 25, TlsMode.NONE).withPin("abc"));
        assertThatIllegalArgumentException().isThrownBy(() -> Server.of("h", 25, TlsMode.NONE).without(Set.of("A B")));
        assertThatIllegalArgumentException().isThrownBy(() -> Login.password("", SOURCE));
        assertThatIllegalArgumentException().isThrownBy(() -> Login.password("a\nb", SOURCE));
        assertThatIllegalArgumentException().isThrownBy(() -> Login.password("a", SOURCE).withMechanism("A B"));
        assertThatIllegalArgumentException().isThrownBy(() -> Identity.of("nobody"));
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.withName(" x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Login(Login.Kind.CERTIFICATE, "", Optional.empty(),
                Optional.empty(), false, Optional.empty()));
    }

    @Test
    void findsAnIdentityByItsAddress() {
        assertThat(PLAIN.identity("WORK@example.org")).contains(Identity.of("work@example.org"));
        assertThat(PLAIN.identity("other@example.org")).isEmpty();
        assertThat(PLAIN.identity()).contains(Identity.of("work@example.org"));
    }
}
