// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.tls;

import java.math.BigInteger;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;

/** The extensions of a certificate, each encoded whole (RFC 5280 section 4.2). */
final class Extensions {

    private static final String SUBJECT_KEY_ID = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAME = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY_ID = "2.5.29.35";
    private static final String EXTENDED_USAGE = "2.5.29.37";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    private Extensions() { }

    static byte[] authority() {
        return extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true)));
    }

    static byte[] noAuthority() {
        return extension(BASIC_CONSTRAINTS, true, Der.sequence());
    }

    /** An authority that allows this many authorities below it. */
    static byte[] authority(int below) {
        return extension(BASIC_CONSTRAINTS, true,
                Der.sequence(Der.bool(true), Der.integer(BigInteger.valueOf(below))));
    }

    /** Critical, and known to nobody. */
    static byte[] unknown() {
        return extension("1.3.6.1.4.1.32473.1", true, Der.sequence());
    }

    static byte[] mailAddress(String address) {
        return extension(ALTERNATIVE_NAME, false,
                Der.sequence(Der.implicit(1, address.getBytes(StandardCharsets.US_ASCII))));
    }

    /** keyCertSign and cRLSign. */
    static byte[] authorityUsage() {
        return extension(KEY_USAGE, true, Der.bitString(1, new byte[] {0b0000_0110}));
    }

    /** digitalSignature. */
    static byte[] leafUsage() {
        return extension(KEY_USAGE, true, Der.bitString(7, new byte[] {(byte) 0b1000_0000}));
    }

    static byte[] extendedUsage(boolean client) {
        return extension(EXTENDED_USAGE, false,
                Der.sequence(Der.oid(client ? CLIENT_AUTHENTICATION : SERVER_AUTHENTICATION)));
    }

    static byte[] subjectKeyId(PublicKey key) throws GeneralSecurityException {
        return extension(SUBJECT_KEY_ID, false, Der.octetString(keyId(key)));
    }

    static byte[] authorityKeyId(PublicKey key) throws GeneralSecurityException {
        return extension(AUTHORITY_KEY_ID, false, Der.sequence(Der.implicit(0, keyId(key))));
    }

    static byte[] alternativeNames(List<String> hosts) {
        return extension(ALTERNATIVE_NAME, false,
                Der.sequence(hosts.stream().map(Extensions::alternativeName).toArray(byte[][]::new)));
    }

    /** iPAddress for an address literal, dNSName for anything else. */
    private static byte[] alternativeName(String host) {
        if (host.indexOf(':') >= 0 || host.matches("[0-9]+(\\.[0-9]+){3}")) {
            try {
                return Der.implicit(7, InetAddress.getByName(host).getAddress());
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("`" + host + "` is no address literal for a certificate.", e);
            }
        }
        return Der.implicit(2, IDN.toASCII(host).getBytes(StandardCharsets.US_ASCII));
    }

    /** Any identifier of the key will do: here the SHA-256 of its encoding, cut to 20 octets (RFC 7093). */
    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return Arrays.copyOf(digest, 20);
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        byte[] content = Der.octetString(value);
        return critical ? Der.sequence(Der.oid(oid), Der.bool(true), content) : Der.sequence(Der.oid(oid), content);
    }
}
