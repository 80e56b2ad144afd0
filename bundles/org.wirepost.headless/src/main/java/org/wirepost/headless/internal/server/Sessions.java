// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.AccountSession;
import org.wirepost.account.Login;
import org.wirepost.account.MasterPassword;
import org.wirepost.account.SecretContext;
import org.wirepost.account.SecretException;
import org.wirepost.account.SecretSource;
import org.wirepost.account.SecretStore;
import org.wirepost.delivery.ExitCode;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.transcript.Inert;

/** Looks up all that a session needs, the secret included, before anything is connected. */
public final class Sessions {

    private Sessions() {
    }

    /**
     * Returns the login of an account. A password that is not given anywhere is asked for on a terminal.
     *
     * @param account the account
     * @param surroundings environment and terminal
     * @return server and credentials
     * @throws Fault when a file or the secret is missing
     */
    public static ServerLogin of(Account account, Surroundings surroundings) throws Fault {
        SecretContext context = context(surroundings);
        try {
            if (account.login().isPresent() && isToBeAsked(account.login().get())) {
                return asked(account, account.login().get(), context, surroundings);
            }
            AccountSession session = AccountSession.of(account, context);
            return new ServerLogin(session.settings(), session.credentials(), session.auth());
        } catch (AccountException | SecretException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }

    /**
     * Returns where to connect to, for commands that prove nothing.
     *
     * @param account the account
     * @param surroundings environment
     * @return the settings
     * @throws Fault when a file is missing
     */
    public static ConnectionSettings connection(Account account, Surroundings surroundings) throws Fault {
        try {
            return AccountSession.connectionOnly(account, context(surroundings));
        } catch (AccountException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }

    private static boolean isToBeAsked(Login login) {
        return login.secret().isEmpty() && login.kind() != Login.Kind.CERTIFICATE;
    }

    private static ServerLogin asked(Account account, Login login, SecretContext context, Surroundings surroundings)
            throws Fault, AccountException {
        String what = login.kind() == Login.Kind.TOKEN ? "token" : "password";
        Secret secret = ask(surroundings,
                "The " + what + " of " + login.user() + " at " + account.server().host() + ":",
                "The " + what + " of " + login.user() + " is missing; say where it is read from with "
                        + LoginReader.howToGiveSecret() + ".");
        Credentials credentials = login.kind() == Login.Kind.TOKEN ? new Credentials.Token(login.user(), secret)
                : new Credentials.Password(login.user(), secret);
        return new ServerLogin(AccountSession.connectionOnly(account, context), Optional.of(credentials),
                new AuthSettings(login.mechanism(), login.clearTextAllowed(), List.of()));
    }

    /**
     * Asks for a secret on the terminal.
     *
     * @param surroundings the terminal
     * @param question what is asked
     * @param otherwise the sentence when nobody can be asked or nothing is answered
     * @return the secret
     * @throws Fault when there is none
     */
    public static Secret ask(Surroundings surroundings, String question, String otherwise) throws Fault {
        if (surroundings.terminal().input()) {
            Optional<char[]> answer = answer(surroundings, Inert.of(question));
            if (answer.isPresent() && answer.get().length > 0) {
                Secret secret = Secret.of(answer.get());
                Arrays.fill(answer.get(), '\0');
                return secret;
            }
        }
        throw new Fault(ExitCode.CONFIG, otherwise);
    }

    /** Waits for the answer in another thread, because reading from a terminal cannot be broken off. */
    private static Optional<char[]> answer(Surroundings surroundings, String question) throws Fault {
        CompletableFuture<Optional<char[]>> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(surroundings.terminal().prompt().ask(question));
            } finally {
                answer.complete(Optional.empty());
            }
        }, "wirepost-question");
        thread.setDaemon(true);
        thread.start();
        surroundings.stop().onStop(() -> answer.complete(Optional.empty()));
        Optional<char[]> given = answer.join();
        if (surroundings.stop().isStopped()) {
            throw new Fault(ExitCode.TEMPFAIL, "Cancelled before anything was sent.");
        }
        return given;
    }

    /**
     * Returns where secrets are looked for. The master password of the store comes from its environment variable, or is
     * asked for on a terminal.
     *
     * @param surroundings environment and terminal
     * @return the context
     * @throws Fault when there is no home folder
     */
    public static SecretContext context(Surroundings surroundings) throws Fault {
        SecretStore store = SecretStore.at(ServerReader.places(surroundings).secretsFile());
        SecretContext bare = new SecretContext(surroundings.environment(), store, () -> {
            throw new SecretException("The secret store needs its master password");
        }, SecretContext.COMMAND_LIMIT, warning -> surroundings.err().line("wirepost: warning: " + Inert.of(warning)
                + "."));
        return bare.withMasterPassword(() -> master(surroundings, bare));
    }

    private static Secret master(Surroundings surroundings, SecretContext context) throws SecretException {
        if (surroundings.environment().containsKey(MasterPassword.VARIABLE)) {
            return new SecretSource.Environment(MasterPassword.VARIABLE).resolve(context);
        }
        try {
            return ask(surroundings, "The master password of the secret store:", "The secret store "
                    + context.store().file() + " needs its master password: set the environment variable "
                    + MasterPassword.VARIABLE);
        } catch (Fault e) {
            throw new SecretException(e.getMessage(), e);
        }
    }
}
