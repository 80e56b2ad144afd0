// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.session.internal;

import java.util.Map;

import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import javax.security.sasl.SaslException;

import org.osgi.service.component.annotations.Component;
import org.wirepost.smtp.auth.AuthSettings;

/** Brings the made-up mechanism X-TICKET, for users with a password. */
@Component(service = SaslClientFactory.class)
public final class TicketFactory implements SaslClientFactory {

    /** Names nothing that the properties rule out: other credentials, or a connection on which everybody can read. */
    @Override
    public String[] getMechanismNames(Map<String, ?> properties) {
        Object credentials = properties.get(AuthSettings.CREDENTIALS_PROPERTY);
        boolean fits = (credentials == null || credentials.equals("password"))
                && !"true".equals(properties.get(Sasl.POLICY_NOPLAINTEXT));
        return fits ? new String[] {TicketClient.MECHANISM} : new String[0];
    }

    @Override
    public SaslClient createSaslClient(String[] mechanisms, String authorizationId, String protocol, String serverName,
            Map<String, ?> properties, CallbackHandler callbacks) throws SaslException {
        return new TicketClient(callbacks);
    }
}
