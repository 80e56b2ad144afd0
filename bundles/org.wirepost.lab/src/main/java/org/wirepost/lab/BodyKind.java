// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** The body that MAIL declared (RFC 6152, RFC 3030). */
public enum BodyKind {
    /** BODY=7BIT, or nothing said. */
    SEVEN_BIT,
    /** BODY=8BITMIME. */
    EIGHT_BIT_MIME,
    /** BODY=BINARYMIME. */
    BINARY_MIME
}
