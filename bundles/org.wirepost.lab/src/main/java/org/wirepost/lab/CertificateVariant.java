// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab;

/** Good and bad certificates for a {@link LabServer}; a careful client accepts {@link #GOOD} only. */
public enum CertificateVariant {
    /** A leaf for localhost, 127.0.0.1 and ::1, signed by the lab's own CA. */
    GOOD,
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
    /** For client authentication only (extendedKeyUsage). */
    CLIENT_EKU,
    /** Signed with SHA-1. */
    SHA1,
    /** An RSA key of 1024 bits. */
    WEAK_KEY
}
