// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        Optional<String> option = source();
        Optional<String> key = arguments.value("--client-key");
        Optional<String> user = arguments.value("--user").or(() -> uriUser);
        Optional<String> mechanism = mechanism();
        if (user.isEmpty() && base.isEmpty() && key.isEmpty()) {
            requireNobody(option, mechanism);
            return Optional.empty();
        }
        boolean sameUser = user.isEmpty() || base.isPresent() && base.get().user().equals(user.get());
        Optional<SecretSource> secret = option.isPresent() ? Optional.of(source(option.get()))
                : sameUser ? base.flatMap(Login::secret) : Optional.empty();
        Login.Kind kind = key.isPresent() ? Login.Kind.CERTIFICATE : option.isEmpty() && base.isPresent()
                ? base.get().kind() : option.isPresent() && option.get().startsWith("--token") ? Login.Kind.TOKEN
                        : base.map(Login::kind).filter(k -> k == Login.Kind.CERTIFICATE).orElse(Login.Kind.PASSWORD);
        try {
            return Optional.of(new Login(kind, user.or(() -> base.map(Login::user)).orElse(""), secret,
                    mechanism.or(() -> base.flatMap(Login::mechanism)),
                    arguments.has("--password-in-clear") || base.map(Login::clearTextAllowed).orElse(false),
                    key.map(file -> surroundings.file(file).toString()).or(() -> base.flatMap(Login::clientKeyFile))));
        } catch (IllegalArgumentException e) {
            throw Fault.usage(e.getMessage() + ".");
        }
    }

    private static void requireNobody(Optional<String> option, Optional<String> mechanism) throws Fault {
        if (option.isPresent() || mechanism.isPresent()) {
            throw Fault.usage((option.isPresent() ? option.get() : "--auth") + " is given, but no user name; give it "
                    + "with --user NAME, or in the URI: smtp://NAME@host.");
        }
    }

    private Optional<String> source() throws Fault {
        Optional<String> found = Optional.empty();
        for (String option : SOURCES) {
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
        Optional<String> given = arguments.value("--auth").map(name -> name.toUpperCase(Locale.ROOT));
        if (given.isPresent() && !MECHANISMS.contains(given.get()) && !further.contains(given.get())) {
            throw Fault.usage("--auth '" + arguments.value("--auth").get() + "' is not known"
                    + Nearest.to(given.get(), MECHANISMS).map(near -> "; did you mean " + near + "?")
                            .orElse("; known are " + String.join(", ", MECHANISMS) + "."));
        }
        return given;
    }

    /** Names the options that say where a password is read from, for errors. */
    static String howToGiveSecret() {
        return "--password-env, --password-file or --password-command (or --token-... for an OAuth 2.0 token)";
    }
}
