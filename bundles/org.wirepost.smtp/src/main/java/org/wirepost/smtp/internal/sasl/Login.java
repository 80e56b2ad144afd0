// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/**
 * LOGIN (draft-murchison-sasl-login): the user name, then the password.
 *
 * <p>What the server asks is ignored, for every server words its prompts differently. The user name goes out when the
 * server asks for it; the few servers that want it along with the command say so by 501.
 */
final class Login extends Mechanism {

    private final Credentials.Password credentials;
    private int said;

    Login(Credentials.Password credentials) {
        super("LOGIN");
        this.credentials = credentials;
    }

    @Override
    public boolean hasInitialResponse() {
        return false;
    }

    @Override
    boolean leads() {
        return true;
    }

    @Override
    boolean secret() {
        return said > 1;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        said++;
        complete(said == 2);
        return switch (said) {
            case 1 -> credentials.user().getBytes(StandardCharsets.UTF_8);
            case 2 -> credentials.password().utf8();
            default -> throw nothingLeft();
        };
    }
}
