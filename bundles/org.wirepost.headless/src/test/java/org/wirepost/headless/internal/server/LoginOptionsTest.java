// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.account.Account;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.headless.internal.Shell;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.QuickReader;
import org.wirepost.headless.internal.command.Commands;
import org.wirepost.headless.internal.command.Services;
import org.wirepost.smtp.TlsMode;

class LoginOptionsTest {

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private Account account(String... words) throws Fault {
        Arguments arguments = QuickReader.read(new Commands(new Services(shell.delivery(), Optional::empty))
                .find("send").orElseThrow()
                .model(), List.of(words)).orElseThrow();
        return new ServerReader(arguments, shell.surroundings(), List.of("X-OWN")).account();
    }

    private String fault(String... words) {
        Throwable thrown = catchThrowable(() -> account(words));
        assertThat(thrown).isInstanceOf(Fault.class);
        return thrown.getMessage();
    }

    @Test
    void theUriSaysHostPortTlsAndUser() throws Fault {
        Account account = account("--server", "smtps://me@example.org@mail.example.org", "--password-env", "PW");

        assertThat(account.server().port()).isEqualTo(465);
        assertThat(account.server().tlsMode()).isEqualTo(TlsMode.IMPLICIT);
        assertThat(account.login().orElseThrow()).isEqualTo(Login.password("me@example.org",
                new SecretSource.Environment("PW")));
    }

    @Test
    void optionsChangeTheServer() throws Fault {
        Account account = account("--server", "smtp://[::1]:25", "--tls", "opportunistic", "--ca", "ca.pem", "--ehlo",
                "[127.0.0.1]", "--no", "pipelining,8bitmime", "--no", "dsn", "--timeout", "2s");

        assertThat(account.server().host()).isEqualTo("::1");
        assertThat(account.server().tlsMode()).isEqualTo(TlsMode.OPPORTUNISTIC);
        assertThat(account.server().caFile()).contains(folder.resolve("ca.pem").toString());
        assertThat(account.server().ehloName()).contains("[127.0.0.1]");
        assertThat(account.server().disabled()).containsExactly("8BITMIME", "DSN", "PIPELINING");
        assertThat(account.defaults().timeout()).hasValueSatisfying(time -> assertThat(time).hasSeconds(2));
        assertThat(account.login()).isEmpty();
    }

    @Test
    void tokensAndCertificatesAreOtherKindsOfLogin() throws Fault {
        assertThat(account("--server", "smtp://me@host", "--token-env", "T").login().orElseThrow().kind())
                .isEqualTo(Login.Kind.TOKEN);
        Login key = account("--server", "smtp://host", "--client-cert", "me.p12", "--auth", "external",
                "--client-cert-password-file", "pw").login()
                .orElseThrow();
        assertThat(key.kind()).isEqualTo(Login.Kind.CERTIFICATE);
        assertThat(key.user()).isEmpty();
        assertThat(key.clientKeyFile()).contains(folder.resolve("me.p12").toString());
    }

    @Test
    void anotherUserThanTheAccountsGetsNoneOfItsSecrets() throws Fault {
        shell.run("account", "add", "work", "--server", "smtp://ann@host", "--from", "ann@example.org",
                "--password-env", "PW", "--auth", "plain");

        assertThat(account().login().orElseThrow().secret()).isPresent();
        assertThat(account("--user", "ann").login().orElseThrow().secret()).isPresent();
        assertThat(account("--user", "bob").login().orElseThrow().secret()).isEmpty();
        assertThat(account("--user", "bob", "--password-env", "B").login().orElseThrow().secret())
                .contains(new SecretSource.Environment("B"));
        assertThat(account("--auth", "x-own").login().orElseThrow().mechanism()).isEqualTo(Optional.of("X-OWN"));
    }

    @Test
    void whatDoesNotFitIsSaid() {
        assertThat(fault("--server", "smtp://host", "--password-env", "X")).contains("no user name", "--user");
        assertThat(fault("--server", "smtp://host", "--auth", "plain")).contains("--auth is given, but no user name");
        assertThat(fault("--server", "smtp://me@host", "--password-env", "A", "--token-env", "B")).contains(
                "--password-env and --token-env are both given");
        assertThat(fault("--server", "smtp://me@host", "--auth", "plian")).contains("did you mean PLAIN?");
        assertThat(fault("--server", "smtps://host", "--tls", "none")).contains("TLS from the start", "smtp://");
        assertThat(fault("--server", "smtp://host", "--tls", "maybe")).contains("required, opportunistic or none");
        assertThat(fault("--server", "http://host")).contains("--server: ");
        assertThat(fault("--server", "smtp://me:s3cret@host")).doesNotContain("s3cret");
        assertThat(fault("--server", "smtp://host", "--pin", "abc")).contains("sha256//");
        assertThat(fault("--server", "smtp://host", "--timeout", "soon")).contains("--timeout 'soon'");
        assertThat(fault("--server", "smtp://me@host", "--password-env", "A=b")).contains("--password-env");
    }
}
