// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import org.wirepost.lab.LabAuth;

/** PLAIN (RFC 4616): who to act as, who signs in, the password, with NULs between. */
final class Plain implements SaslExchange {

    private final LabAuth accounts;

    Plain(LabAuth accounts) {
        this.accounts = accounts;
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String[] parts = new String(response, StandardCharsets.UTF_8).split("\0", -1);
        if (parts.length != 3 || parts[1].isEmpty() || parts[2].isEmpty()) {
            return new SaslAnswer.Malformed("PLAIN wants an identity, a user and a password, with NULs between");
        }
        boolean itself = parts[0].isEmpty() || parts[0].equals(parts[1]);
        return itself ? check(accounts, parts[1], parts[2]) : new SaslAnswer.Refused();
    }

    static SaslAnswer check(LabAuth accounts, String user, String password) {
        return password.equals(accounts.passwords().get(user))
                ? new SaslAnswer.Success(user) : new SaslAnswer.Refused();
    }
}
