// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** How a {@link LabServer} offers TLS. */
public enum LabTls {
    /** Never: STARTTLS is neither offered nor understood. */
    NONE,
    /** The connection starts in the clear and STARTTLS is offered (RFC 3207). */
    STARTTLS,
    /** The handshake comes first, then the greeting (RFC 8314, port 465). */
    IMPLICIT
}
