// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/** EXTERNAL (RFC 4422 appendix A): the identity that the TLS client certificate proves, or another it may act as. */
final class External extends Mechanism {

    private final String user;

    External(Credentials.External credentials) throws SaslException {
        super("EXTERNAL");
        user = credentials.user();
        if (user.indexOf('\0') >= 0) {
            throw new SaslException("the authorization identity has a NUL character, which EXTERNAL cannot carry");
        }
    }

    @Override
    boolean secret() {
        return false;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (isComplete()) {
            throw nothingLeft();
        }
        complete(true);
        return user.getBytes(StandardCharsets.UTF_8);
    }
}
