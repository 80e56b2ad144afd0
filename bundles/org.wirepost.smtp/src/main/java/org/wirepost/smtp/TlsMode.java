// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp;

/** How a connection is encrypted. */
public enum TlsMode {
    /** STARTTLS must succeed before anything else is said (RFC 3207). The default. */
    REQUIRED,
    /** STARTTLS is used where it is offered; without it the session goes on in clear. */
    OPPORTUNISTIC,
    /** TLS from the first octet (RFC 8314). */
    IMPLICIT,
    /** No TLS. */
    NONE;

    /** Returns the lower-case name used in settings and events. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
