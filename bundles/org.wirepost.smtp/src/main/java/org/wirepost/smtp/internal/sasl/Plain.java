// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/** PLAIN (RFC 4616): NUL, user, NUL, password, in one answer. */
final class Plain extends Mechanism {

    private final byte[] message;
    private boolean said;

    Plain(Credentials.Password credentials) throws SaslException {
        super("PLAIN");
        byte[] user = credentials.user().getBytes(StandardCharsets.UTF_8);
        byte[] password = credentials.password().utf8();
        message = new byte[user.length + password.length + 2];
        System.arraycopy(user, 0, message, 1, user.length);
        System.arraycopy(password, 0, message, user.length + 2, password.length);
        boolean zero = contains(user) || contains(password);
        Arrays.fill(password, (byte) 0);
        if (zero) {
            throw new SaslException("the user name or the password has a NUL character, which PLAIN cannot carry");
        }
    }

    private static boolean contains(byte[] octets) {
        for (byte octet : octets) {
            if (octet == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    boolean secret() {
        return true;
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (said) {
            throw nothingLeft();
        }
        said = true;
        complete(true);
        return message.clone();
    }

    @Override
    public void dispose() {
        Arrays.fill(message, (byte) 0);
    }
}
