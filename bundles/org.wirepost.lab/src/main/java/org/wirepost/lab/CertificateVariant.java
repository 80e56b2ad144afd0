// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** Good and bad certificates for a {@link LabServer}; a careful client accepts those that are good, and no other. */
public enum CertificateVariant {
    /** A leaf for localhost, 127.0.0.1 and ::1, signed by the lab's own CA. */
    GOOD,
    /** Good: an RSA key of 2048 bits, signed by an intermediate authority that the server sends along. */
    INTERMEDIATE,
    /** Good: without extendedKeyUsage, which allows every use (RFC 5280 section 4.2.1.12). */
    NO_USAGE,
    /** Its time is over since yesterday. */
    EXPIRED,
    /** Its time begins tomorrow. */
    NOT_YET_VALID,
    /** Valid, for {@code elsewhere.invalid} only. */
    WRONG_HOST,
    /** Signed by itself; the CA that is handed out knows nothing of it. */
    SELF_SIGNED,
    /** Signed by another CA than the one handed out. */
    UNTRUSTED,
    /** The host only in the subject's common name, no subjectAltName (RFC 9525 section 2). */
    CN_ONLY,
    /** The host only in the subject's common name, and a subjectAltName with nothing but an e-mail address. */
    EMAIL_ONLY,
    /** For client authentication only (extendedKeyUsage). */
    CLIENT_EKU,
    /** Signed with SHA-1. */
    SHA1,
    /** Signed with MD5. */
    MD5,
    /** An RSA key of 1024 bits. */
    WEAK_KEY,
    /** Signed by a trusted CA whose own RSA key has 1024 bits. */
    WEAK_AUTHORITY,
    /** Behind an intermediate authority that is signed with SHA-1. */
    SHA1_INTERMEDIATE,
    /** Behind an intermediate authority whose time is over. */
    EXPIRED_INTERMEDIATE,
    /** Behind an intermediate authority that the server does not send. */
    MISSING_INTERMEDIATE,
    /** Signed by another leaf, which is no authority (basicConstraints). */
    NOT_AN_AUTHORITY,
    /** Behind two intermediate authorities, the upper of which allows none below it (pathLenConstraint). */
    PATH_TOO_LONG,
    /** With a critical extension that nobody knows. */
    UNKNOWN_CRITICAL;

    /** Whether a careful client accepts it. */
    public boolean isGood() {
        return this == GOOD || this == INTERMEDIATE || this == NO_USAGE;
    }
}
