// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;

/** The mechanisms that plug-ins bring. A plug-in that throws is passed over, for it must not end the session. */
final class Factories {

    private final List<SaslClientFactory> factories;
    private final Credentials credentials;
    private final Peer peer;
    private final SecretForms forms;
    private final Map<String, String> properties;

    Factories(AuthSettings settings, Credentials credentials, Peer peer, SecretForms forms) {
        this.factories = settings.factories();
        this.credentials = credentials;
        this.peer = peer;
        this.forms = forms;
        String noPlainText = peer.encrypted() || settings.clearTextAllowed() ? "false" : "true";
        properties = Map.of(Sasl.QOP, "auth", Sasl.POLICY_NOANONYMOUS, "true", Sasl.POLICY_NOPLAINTEXT, noPlainText,
                AuthSettings.CREDENTIALS_PROPERTY, credentials.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Tells whether one of them brings the mechanism. */
    boolean bring(String name) {
        return factories.stream().anyMatch(factory -> brings(factory, name));
    }

    private boolean brings(SaslClientFactory factory, String name) {
        try {
            String[] names = factory.getMechanismNames(properties);
            return names != null && List.of(names).contains(name);
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    /**
     * Begins an exchange.
     *
     * @param name the mechanism, in upper case
     * @return the client's side from the first factory that gives one, or empty
     * @throws SaslException when a factory fails; without secrets
     */
    Optional<SaslClient> begin(String name) throws SaslException {
        for (SaslClientFactory factory : factories) {
            if (brings(factory, name)) {
                SaslClient client = create(factory, name);
                if (client != null && name.equalsIgnoreCase(client.getMechanismName())) {
                    return Optional.of(client);
                }
            }
        }
        return Optional.empty();
    }

    private SaslClient create(SaslClientFactory factory, String name) throws SaslException {
        String authorization = credentials instanceof Credentials.External && !credentials.user().isEmpty()
                ? credentials.user() : null;
        try {
            return factory.createSaslClient(new String[] {name}, authorization, "smtp", peer.host(), properties,
                    new CredentialCallbacks(credentials));
        } catch (SaslException | RuntimeException | LinkageError e) {
            throw failure(e, forms);
        }
    }

    /** Makes a failure without secrets and without a cause out of whatever a plug-in threw. */
    static SaslException failure(Throwable thrown, SecretForms forms) {
        if (thrown instanceof SaslException && thrown.getMessage() != null) {
            return new SaslException(Inert.text(forms.without(thrown.getMessage()), 300));
        }
        return new SaslException("its plug-in failed with " + thrown.getClass().getName());
    }
}
