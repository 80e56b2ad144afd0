// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Stage;

/** Which mechanisms can be used: offered by the server, possible with the credentials, and safe enough. */
final class Choice {

    /** More than any server has; what is beyond is ignored, so that sentences stay short. */
    private static final int MOST_OFFERED = 40;

    private final Credentials credentials;
    private final AuthSettings settings;
    private final Peer peer;
    private final Supplier<String> nonces;
    private final Factories factories;

    Choice(Credentials credentials, AuthSettings settings, Peer peer, Supplier<String> nonces, SecretForms forms) {
        this.credentials = credentials;
        this.settings = settings;
        this.peer = peer;
        this.nonces = nonces;
        factories = new Factories(settings, credentials, peer, forms);
    }

    /**
     * Lists the mechanisms to try.
     *
     * @param capabilities what the server offers
     * @return their names, the safest first, never empty; those known only to a factory come before the others
     * @throws SmtpException of kind AUTH_UNAVAILABLE when there is none
     */
    List<String> among(Capabilities capabilities) throws SmtpException {
        List<String> offered = capabilities.mechanisms().stream().filter(name -> name.matches("[A-Z0-9_-]{1,20}"))
                .limit(MOST_OFFERED).toList();
        if (offered.isEmpty()) {
            throw unavailable(nothingOffered(capabilities));
        }
        if (settings.mechanism().isPresent()) {
            return List.of(forced(settings.mechanism().get().strip().toUpperCase(Locale.ROOT), offered));
        }
        List<String> possible = offered.stream().filter(name -> obstacle(name).isEmpty())
                .sorted(Comparator.comparing(Choice::rank)).toList();
        if (possible.isEmpty()) {
            throw unavailable("None of the mechanisms that the server offers can be used: "
                    + offered.stream().map(name -> obstacle(name).orElseThrow()).collect(Collectors.joining("; ")));
        }
        return possible;
    }

    /**
     * Begins an exchange.
     *
     * @param name a mechanism of the list
     * @return the client's side
     * @throws SaslException when these credentials cannot be said by it
     */
    SaslClient begin(String name) throws SaslException {
        Optional<SaslClient> client = factories.begin(name);
        if (client.isPresent()) {
            return client.get();
        }
        return BuiltIn.named(name).orElseThrow(() -> new SaslException("its plug-in does not take it on after all"))
                .begin(credentials, peer, nonces);
    }

    private String nothingOffered(Capabilities capabilities) {
        if (capabilities.offers("AUTH")) {
            return "The server offers authentication but no mechanism for it";
        }
        return "The server offers no authentication (no AUTH in its answer to EHLO)"
                + (peer.encrypted() ? "; without it nothing is sent in the name of " + Refusal.who(credentials)
                        : "; most servers offer it only when the connection has TLS");
    }

    private String forced(String name, List<String> offered) throws SmtpException {
        if (!offered.contains(name)) {
            throw unavailable("The server does not offer the mechanism " + Inert.text(name, 40) + "; it offers "
                    + String.join(", ", offered));
        }
        Optional<String> obstacle = obstacle(name);
        if (obstacle.isPresent()) {
            throw unavailable("The mechanism cannot be used: " + obstacle.get());
        }
        return name;
    }

    private static int rank(String name) {
        return BuiltIn.named(name).map(Enum::ordinal).orElse(-1);
    }

    /** Returns why the mechanism cannot be used, or empty when it can. */
    private Optional<String> obstacle(String name) {
        Optional<BuiltIn> builtIn = BuiltIn.named(name);
        if (builtIn.isEmpty() && !factories.bring(name)) {
            return Optional.of(name + " is not known here");
        }
        if (builtIn.isPresent() && !builtIn.get().accepts(credentials)) {
            return Optional.of(name + " needs " + builtIn.get().needs());
        }
        // Nobody but the plug-in knows what its mechanism sends.
        if (builtIn.map(BuiltIn::wantsTls).orElse(true) && !peer.encrypted() && !settings.clearTextAllowed()) {
            return Optional.of(name + " is not safe without TLS");
        }
        return Optional.empty();
    }

    private static SmtpException unavailable(String sentence) {
        return new SmtpException(SmtpException.Kind.AUTH_UNAVAILABLE, Stage.AUTH, sentence);
    }
}
