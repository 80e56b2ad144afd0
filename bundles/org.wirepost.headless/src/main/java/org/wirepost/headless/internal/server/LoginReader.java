// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wirepost.account.ClientCertificate;
import org.wirepost.account.Login;
import org.wirepost.account.SecretSource;
import org.wirepost.headless.internal.Surroundings;
import org.wirepost.headless.internal.cli.Arguments;
import org.wirepost.headless.internal.cli.Fault;
import org.wirepost.headless.internal.cli.Nearest;

/** Reads how to prove oneself: from the options, on top of what the account says. */
public final class LoginReader {

    private static final List<String> MECHANISMS = List.of("PLAIN", "LOGIN", "CRAM-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256",
            "XOAUTH2", "OAUTHBEARER", "EXTERNAL");
    private static final List<String> SOURCES = List.of("--password-env", "--password-file", "--password-command",
            "--password-store", "--token-env", "--token-file", "--token-command", "--token-store");
    private static final List<String> CERTIFICATE_SOURCES = List.of("--client-cert-password-env",
            "--client-cert-password-file", "--client-cert-password-command", "--client-cert-password-store");

    /** Stands for the login of an account that has none. */
    private static final Login NOTHING = new Login(Login.Kind.PASSWORD, "nobody", Optional.empty(), Optional.empty(),
            false, Optional.empty());

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final List<String> further;

    /**
     * Prepares to read.
     *
     * @param arguments the options
     * @param surroundings for relative file names
     * @param further SASL mechanisms that bundles have brought
     */
    public LoginReader(Arguments arguments, Surroundings surroundings, List<String> further) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.further = further;
    }

    /**
     * Returns the login.
     *
     * @param base that of the account, if any
     * @param uriUser the user that the URI names, if any
     * @return the login, or empty when nobody is to be authenticated
     * @throws Fault when the options do not fit together
     */
    public Optional<Login> read(Optional<Login> base, Optional<String> uriUser) throws Fault {
        Optional<String> option = source(SOURCES);
        Optional<String> user = arguments.has("--user") ? arguments.value("--user") : uriUser;
        Optional<String> mechanism = mechanism();
        if (isByCertificate(base, mechanism)) {
            return Optional.of(byCertificate(base, user, option));
        }
        if (user.isEmpty() && base.isEmpty()) {
            requireNobody(option, mechanism);
            return Optional.empty();
        }
        Login old = base.orElse(NOTHING);
        boolean sameUser = user.isEmpty() || user.get().equals(old.user());
        Optional<SecretSource> secret = option.isPresent() ? Optional.of(source(option.get()))
                : sameUser ? old.secret() : Optional.empty();
        try {
            return Optional.of(new Login(kind(old, option), user.orElse(base.isPresent() ? old.user() : ""), secret,
                    mechanism.isPresent() ? mechanism : old.mechanism(),
                    arguments.has("--password-in-clear") || old.clearTextAllowed(), old.clientKeyFile()));
        } catch (IllegalArgumentException e) {
            throw Fault.usage(e.getMessage() + ".");
        }
    }

    /** Tells whether the certificate that is named logs in, too. */
    private boolean isByCertificate(Optional<Login> base, Optional<String> mechanism) {
        return arguments.has("--client-cert") && (mechanism.equals(Optional.of("EXTERNAL")) || mechanism.isEmpty()
                && base.isPresent() && base.get().kind() == Login.Kind.CERTIFICATE);
    }

    private Login byCertificate(Optional<Login> base, Optional<String> user, Optional<String> option) throws Fault {
        if (option.isPresent()) {
            throw Fault.usage(option.get() + " is given, but EXTERNAL sends no password; the file of --client-cert is "
                    + "opened by --client-cert-password-env and its like.");
        }
        ClientCertificate certificate = certificate();
        return new Login(Login.Kind.CERTIFICATE, user.or(() -> base.map(Login::user)).orElse(""),
                certificate.password(), Optional.of("EXTERNAL"), false, Optional.of(certificate.file()));
    }

    /**
     * Returns the certificate that is shown to the server, whoever logs in.
     *
     * @param login who logs in
     * @param base what the account says
     * @return empty when there is none, or when it is that of the login
     * @throws Fault when the options do not fit together
     */
    Optional<ClientCertificate> certificate(Optional<Login> login, Optional<ClientCertificate> base) throws Fault {
        Optional<String> source = source(CERTIFICATE_SOURCES);
        if (!arguments.has("--client-cert") && source.isPresent()) {
            throw Fault.usage(source.get() + " is given, but no certificate; name it with --client-cert FILE.");
        }
        boolean another = arguments.has("--client-cert") && login.flatMap(Login::clientKeyFile).isEmpty();
        return another ? Optional.of(certificate()) : base;
    }

    private ClientCertificate certificate() throws Fault {
        Optional<String> option = source(CERTIFICATE_SOURCES);
        return new ClientCertificate(surroundings.file(arguments.value("--client-cert").orElseThrow()).toString(),
                option.isPresent() ? Optional.of(source(option.get())) : Optional.empty());
    }

    private Login.Kind kind(Login old, Optional<String> option) {
        if (old.kind() == Login.Kind.CERTIFICATE) {
            return Login.Kind.CERTIFICATE;
        }
        if (option.isEmpty()) {
            return old.kind();
        }
        return option.get().startsWith("--token") ? Login.Kind.TOKEN : Login.Kind.PASSWORD;
    }

    private static void requireNobody(Optional<String> option, Optional<String> mechanism) throws Fault {
        if (option.isPresent() || mechanism.isPresent()) {
            throw Fault.usage((option.isPresent() ? option.get() : "--auth") + " is given, but no user name; give it "
                    + "with --user NAME, or in the URI: smtp://NAME@host.");
        }
    }

    private Optional<String> source(List<String> options) throws Fault {
        Optional<String> found = Optional.empty();
        for (String option : options) {
            if (arguments.has(option)) {
                if (found.isPresent()) {
                    throw Fault.usage(found.get() + " and " + option + " are both given; give one of them.");
                }
                found = Optional.of(option);
            }
        }
        return found;
    }

    private SecretSource source(String option) throws Fault {
        String value = arguments.value(option).orElseThrow();
        try {
            if (option.endsWith("-env")) {
                return new SecretSource.Environment(value);
            }
            if (option.endsWith("-file")) {
                return SecretSource.InFile.of(surroundings.file(value));
            }
            return option.endsWith("-store") ? new SecretSource.Stored(value) : new SecretSource.Command(value);
        } catch (IllegalArgumentException e) {
            throw Fault.usage(option + ": " + e.getMessage() + ".");
        }
    }

    private Optional<String> mechanism() throws Fault {
        if (!arguments.has("--auth")) {
            return Optional.empty();
        }
        String given = arguments.value("--auth").orElseThrow();
        String name = given.toUpperCase(Locale.ROOT);
        if (!MECHANISMS.contains(name) && !further.contains(name)) {
            throw Fault.usage("--auth '" + given + "' is not known" + Nearest.to(name, MECHANISMS)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("; known are " + String.join(", ", MECHANISMS) + "."));
        }
        return Optional.of(name);
    }

    /** Names the options that say where a password is read from, for errors. */
    static String howToGiveSecret() {
        return "--password-env, --password-file or --password-command (or --token-... for an OAuth 2.0 token)";
    }
}
