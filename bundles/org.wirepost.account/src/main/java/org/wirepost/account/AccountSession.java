// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.account;

import static java.util.Objects.requireNonNull;

import java.nio.file.InvalidPathException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.Resolver;
import org.wirepost.smtp.Timeouts;
import org.wirepost.smtp.TlsMode;
import org.wirepost.smtp.TlsSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/**
 * All that a session of an account needs: every file read and the secret resolved, so that what is wrong with them is
 * known before anything is connected. Closing it destroys the secret.
 *
 * @param settings where to connect to and how
 * @param credentials who the client is, or empty for a server that asks for nothing
 * @param auth how to authenticate
 */
public record AccountSession(ConnectionSettings settings, Optional<Credentials> credentials, AuthSettings auth)
        implements AutoCloseable {

    /** Refuses null. */
    public AccountSession {
        requireNonNull(settings, "settings");
        requireNonNull(credentials, "credentials");
        requireNonNull(auth, "auth");
    }

    /**
     * Prepares a session.
     *
     * @param account the account
     * @param context where secrets are looked for
     * @return the session, to be closed when it is over
     * @throws AccountException when a file of the account cannot be used
     * @throws SecretException when the secret cannot be read
     */
    public static AccountSession of(Account account, SecretContext context) throws AccountException, SecretException {
        Optional<Secret> secret = secret(account, context);
        try {
            ConnectionSettings settings = settings(account, secret, context);
            AuthSettings auth = account.login()
                    .map(login -> new AuthSettings(login.mechanism(), login.clearTextAllowed(), List.of()))
                    .orElse(AuthSettings.DEFAULT);
            return new AccountSession(settings, account.login().map(login -> credentials(login, secret)), auth);
        } catch (AccountException | SecretException e) {
            secret.ifPresent(Secret::destroy);
            throw e;
        }
    }

    /**
     * Prepares a session for looking at the server only: there are no credentials, and no secret is needed but the
     * password of a client certificate.
     *
     * @param account the account
     * @param context where files of the home folder are
     * @return where to connect to and how
     * @throws AccountException when a file of the account cannot be used
     */
    public static ConnectionSettings connectionOnly(Account account, SecretContext context) throws AccountException {
        try {
            return settings(account.login().isEmpty() ? account
                    : new Account(account.name(), account.identities(), account.server(), Optional.empty(),
                            account.defaults()), Optional.empty(), context);
        } catch (SecretException e) {
            throw new AccountException(e.getMessage(), e);
        }
    }

    private static Optional<Secret> secret(Account account, SecretContext context) throws SecretException {
        if (account.login().isEmpty()) {
            return Optional.empty();
        }
        Login login = account.login().get();
        if (login.secret().isPresent()) {
            return Optional.of(login.secret().get().resolve(context));
        }
        if (login.kind() == Login.Kind.CERTIFICATE) {
            return Optional.empty();
        }
        throw new SecretException("The account " + account.name() + " does not say where its " + login.kind().word()
                + " is read from: name an environment variable, a file or a command");
    }

    private static Credentials credentials(Login login, Optional<Secret> secret) {
        return switch (login.kind()) {
            case PASSWORD -> new Credentials.Password(login.user(), secret.orElseThrow());
            case TOKEN -> new Credentials.Token(login.user(), secret.orElseThrow());
            case CERTIFICATE -> new Credentials.External(login.user());
        };
    }

    private static ConnectionSettings settings(Account account, Optional<Secret> secret, SecretContext context)
            throws AccountException, SecretException {
        Server server = account.server();
        TlsSettings tls = server.tlsMode() == TlsMode.NONE ? TlsSettings.DEFAULT : tls(account, secret, context);
        Timeouts timeouts = account.defaults().timeout().map(Timeouts::all).orElse(Timeouts.DEFAULT);
        return new ConnectionSettings(server.host(), server.port(), server.tlsMode(), tls, server.ehloName(), timeouts,
                server.disabled(), new TimedResolver(Resolver.SYSTEM, timeouts.connect()));
    }

    /** The certificate of a login by it, or the one that the server is shown in any case. */
    private static Optional<String> keyFile(Account account) {
        return account.login().flatMap(Login::clientKeyFile)
                .or(() -> account.server().clientCertificate().map(ClientCertificate::file));
    }

    private static char[] keyPassword(Account account, Optional<Secret> secret, SecretContext context)
            throws SecretException {
        if (account.login().flatMap(Login::clientKeyFile).isPresent()) {
            return secret.map(Secret::characters).orElseGet(() -> new char[0]);
        }
        Optional<SecretSource> source = account.server().clientCertificate().flatMap(ClientCertificate::password);
        if (source.isEmpty()) {
            return new char[0];
        }
        Secret password = source.get().resolve(context);
        try {
            return password.characters();
        } finally {
            password.destroy();
        }
    }

    private static TlsSettings tls(Account account, Optional<Secret> secret, SecretContext context)
            throws AccountException, SecretException {
        Server server = account.server();
        Optional<String> keyFile = keyFile(account);
        char[] password = keyPassword(account, secret, context);
        try {
            List<X509Certificate> authorities = server.caFile().isEmpty() ? List.of()
                    : CaFile.read(context.inHome(server.caFile().get()));
            Optional<KeyStore> key = keyFile.isEmpty() ? Optional.empty()
                    : Optional.of(ClientKey.read(context.inHome(keyFile.get()), password));
            return new TlsSettings(authorities, server.pin(), key, password);
        } catch (InvalidPathException e) {
            throw new AccountException("The account " + account.name() + " names the file \""
                    + Words.harmless(e.getInput()) + "\", which is not the name of a file", e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Destroys the secret. */
    @Override
    public void close() {
        credentials.ifPresent(known -> {
            if (known instanceof Credentials.Password password) {
                password.password().destroy();
            } else if (known instanceof Credentials.Token token) {
                token.token().destroy();
            }
        });
    }
}
