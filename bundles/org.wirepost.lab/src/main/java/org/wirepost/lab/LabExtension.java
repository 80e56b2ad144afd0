// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** A service extension that a {@link LabServer} offers in its answer to EHLO. All are on unless switched off. */
public enum LabExtension {
    /** RFC 2920. Without it, a client that does not wait for replies is noted as a deviation. */
    PIPELINING("PIPELINING"),
    /** RFC 1870, with the figure of {@link LabLimits#messageOctets()}. */
    SIZE("SIZE"),
    /** RFC 6152. */
    EIGHT_BIT_MIME("8BITMIME"),
    /** RFC 6531. */
    SMTPUTF8("SMTPUTF8"),
    /** RFC 3030, BDAT. */
    CHUNKING("CHUNKING"),
    /** RFC 3030, BODY=BINARYMIME; offered only together with {@link #CHUNKING}. */
    BINARYMIME("BINARYMIME"),
    /** RFC 3461: RET, ENVID, NOTIFY, ORCPT. */
    DSN("DSN"),
    /** RFC 2034. Without it, the lab's own replies carry no enhanced code. */
    ENHANCEDSTATUSCODES("ENHANCEDSTATUSCODES");

    private final String keyword;

    LabExtension(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword of the EHLO reply. */
    public String keyword() {
        return keyword;
    }
}
