// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A SASL mechanism whose server side a {@link LabServer} speaks (RFC 4954). */
public enum LabMechanism {
    /** RFC 7677. */
    SCRAM_SHA_256("SCRAM-SHA-256"),
    /** RFC 5802. */
    SCRAM_SHA_1("SCRAM-SHA-1"),
    /** RFC 2195. */
    CRAM_MD5("CRAM-MD5"),
    /** RFC 4616. */
    PLAIN("PLAIN"),
    /** The unregistered but usual LOGIN: user, then password, each behind a prompt. */
    LOGIN("LOGIN"),
    /** RFC 7628; a wrong token is answered by a JSON challenge that the client has to acknowledge. */
    OAUTHBEARER("OAUTHBEARER"),
    /** Google's and Microsoft's XOAUTH2, with the same detour by JSON. */
    XOAUTH2("XOAUTH2"),
    /** RFC 4422 appendix A; any account of the lab may be named, an empty name means the first one. */
    EXTERNAL("EXTERNAL");

    private final String keyword;

    LabMechanism(String keyword) {
        this.keyword = keyword;
    }

    /** The registered name, as in the AUTH line of the EHLO reply. */
    public String keyword() {
        return keyword;
    }

    /** The mechanism of this name, in any case. */
    public static Optional<LabMechanism> named(String keyword) {
        String wanted = keyword.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(m -> m.keyword.equals(wanted)).findFirst();
    }
}
