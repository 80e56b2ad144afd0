// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wirepost.account.Account;
import org.wirepost.account.AccountException;
import org.wirepost.account.Accounts;
import org.wirepost.account.Defaults;
import org.wirepost.account.Login;
import org.wirepost.account.Places;
import org.wirepost.account.Server;
import org.wirepost.account.ServerUri;
import org.wirepost.account.ServerUriException;
import org.wirepost.delivery.ExitCode;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.smtp.TlsMode;

/** Finds out which server is meant, and as whom: the options on top of an account, or of nothing. */
public final class ServerReader {

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final LoginReader logins;

    /**
     * Prepares to read.
     *
     * @param arguments the options
     * @param surroundings environment and folders
     * @param furtherMechanisms SASL mechanisms that bundles have brought
     */
    public ServerReader(Arguments arguments, Surroundings surroundings, List<String> furtherMechanisms) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.logins = new LoginReader(arguments, surroundings, furtherMechanisms);
    }

    /**
     * Returns the account with everything that the options change. No secret is looked for yet.
     *
     * @return the account; made up of the options alone when they name a server
     * @throws Fault when there is none, or an option does not fit
     */
    public Account account() throws Fault {
        if (arguments.has("--server") && !arguments.has("--account")) {
            ServerUri uri = uri();
            return changed(Account.of(uri, Optional.empty()), uri.user());
        }
        Account stored = stored();
        if (arguments.has("--server")) {
            ServerUri uri = uri();
            Server server = stored.server();
            return changed(stored.withServer(server.withAddress(uri.host(), uri.port(), uri.tlsMode())),
                    uri.user());
        }
        return changed(stored, Optional.empty());
    }

    /**
     * Returns the account that is meant, for commands that only need its author.
     *
     * @return empty when none is named and there is no default
     * @throws Fault when the one named does not exist
     */
    public Optional<Account> storedIfAny() throws Fault {
        return arguments.has("--account") ? Optional.of(stored()) : accounts(Accounts::defaultAccount);
    }

    /** Returns the value of {@code --server}. */
    public ServerUri uri() throws Fault {
        try {
            return ServerUri.parse(arguments.value("--server").orElseThrow());
        } catch (ServerUriException e) {
            throw Fault.usage("--server: " + e.getMessage() + ".");
        }
    }

    private Account stored() throws Fault {
        Optional<String> name = arguments.value("--account");
        if (name.isPresent()) {
            return accounts(all -> all.get(name.get()));
        }
        return accounts(Accounts::defaultAccount).orElseThrow(() -> Fault.usage("No server is given, and there is no "
                + "default account; say --server smtp://host, or set up an account with 'wirepost account add'."));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(Accounts accounts) throws IOException;
    }

    private <T> T accounts(Question<T> question) throws Fault {
        try {
            return question.ask(accounts(surroundings));
        } catch (IOException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }

    /** Returns the user's accounts. */
    public static Accounts accounts(Surroundings surroundings) throws Fault {
        return Accounts.at(places(surroundings).accountsFile());
    }

    /**
     * Returns the user's folders.
     *
     * @param surroundings for the environment variables
     * @return the folders
     * @throws Fault when there is no home folder
     */
    public static Places places(Surroundings surroundings) throws Fault {
        try {
            return Places.of(surroundings.environment(), System.getProperty("os.name", ""),
                    System.getProperty("user.home", ""));
        } catch (AccountException e) {
            throw new Fault(ExitCode.CONFIG, e.getMessage() + ".", e);
        }
    }

    /**
     * Puts the options on top of an account.
     *
     * @param base the account
     * @param uriUser the user that a URI names, if any
     * @return the account with everything that the options change
     * @throws Fault when an option does not fit
     */
    public Account changed(Account base, Optional<String> uriUser) throws Fault {
        Optional<Login> login = logins.read(base.login(), uriUser);
        try {
            return new Account(base.name(), base.identities(), server(base.server(), login), login,
                    defaults(base.defaults()));
        } catch (IllegalArgumentException e) {
            throw Fault.usage(e.getMessage() + ".");
        }
    }

    private Server server(Server base, Optional<Login> login) throws Fault {
        Server server = base.withTlsMode(tlsMode(base.tlsMode()));
        refuseTrustWithoutTls(server.tlsMode());
        if (arguments.has("--ca")) {
            server = server.withCaFile(surroundings.file(arguments.value("--ca").orElseThrow()));
        }
        if (arguments.has("--pin")) {
            server = server.withPin(String.join(";", arguments.values("--pin")));
        }
        server = server.withClientCertificate(logins.certificate(login, server.clientCertificate()));
        if (arguments.has("--ehlo")) {
            server = server.withEhloName(arguments.value("--ehlo").orElseThrow());
        }
        Set<String> unused = new TreeSet<>(server.disabled());
        unused.addAll(ExtensionNames.parse(arguments.values("--no")));
        return server.without(unused);
    }

    /** Who says whom to trust expects that somebody has to prove himself. */
    private void refuseTrustWithoutTls(TlsMode mode) throws Fault {
        if (mode == TlsMode.NONE && arguments.has("--client-cert")) {
            throw Fault.usage("--client-cert is shown in the TLS handshake, and without TLS there is none; leave it "
                    + "out, or connect with --tls required.");
        }
        for (String option : List.of("--ca", "--pin")) {
            if (mode == TlsMode.NONE && arguments.has(option)) {
                throw Fault.usage(option + " says which server to trust, but without TLS no server proves who it is; "
                        + "leave out " + option + ", or connect with --tls required.");
            }
        }
    }

    private TlsMode tlsMode(TlsMode base) throws Fault {
        Optional<String> given = arguments.value("--tls");
        if (given.isEmpty()) {
            return base;
        }
        TlsMode wanted = switch (given.get()) {
            case "required" -> base == TlsMode.IMPLICIT ? base : TlsMode.REQUIRED;
            case "opportunistic" -> TlsMode.OPPORTUNISTIC;
            case "none" -> TlsMode.NONE;
            default -> throw Fault.usage("--tls '" + given.get() + "' is not known; write required, opportunistic or "
                    + "none (and smtps:// for TLS from the start).");
        };
        if (base == TlsMode.IMPLICIT && wanted != base) {
            throw Fault.usage("--tls " + given.get() + " does not go with a server that has TLS from the start; use "
                    + "smtp:// instead of smtps://.");
        }
        return wanted;
    }

    private Defaults defaults(Defaults base) throws Fault {
        return arguments.has("--timeout") ? new Defaults(base.notifications(), base.returned(),
                Optional.of(TimeText.parse(arguments.value("--timeout").orElseThrow(), "--timeout")), base.limits())
                        : base;
    }
}
