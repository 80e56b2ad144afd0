// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import org.wirepost.lab.LabAuth;
import org.wirepost.lab.LabMechanism;

/** Begins exchanges. */
public final class Mechanisms {

    private Mechanisms() { }

    /** A new exchange of this mechanism; {@code host} goes into challenges that name one. */
    public static SaslExchange begin(LabMechanism mechanism, LabAuth accounts, String host) {
        return switch (mechanism) {
            case PLAIN -> new Plain(accounts);
            case LOGIN -> new Login(accounts);
            case CRAM_MD5 -> new CramMd5(accounts, host);
            case SCRAM_SHA_1 -> new Scram(accounts, ScramHash.SHA_1);
            case SCRAM_SHA_256 -> new Scram(accounts, ScramHash.SHA_256);
            case XOAUTH2 -> new BearerToken(accounts, false);
            case OAUTHBEARER -> new BearerToken(accounts, true);
            case EXTERNAL -> new External(accounts);
        };
    }
}
