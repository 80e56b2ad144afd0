// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirepost.lab.LabAuth;

/** CRAM-MD5 (RFC 2195): the keyed digest of a challenge that is never the same. */
final class CramMd5 implements SaslExchange {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LabAuth accounts;
    private final byte[] challenge;

    CramMd5(LabAuth accounts, String host) {
        this.accounts = accounts;
        challenge = ("<" + Long.toUnsignedString(RANDOM.nextLong()) + "." + System.currentTimeMillis() + "@" + host
                + ">").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<byte[]> greeting() {
        return Optional.of(challenge);
    }

    @Override
    public boolean takesInitialResponse() {
        return false;
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String text = new String(response, StandardCharsets.UTF_8);
        int space = text.lastIndexOf(' ');
        if (space < 1) {
            return new SaslAnswer.Malformed("CRAM-MD5 wants a user, a space and a digest");
        }
        String user = text.substring(0, space);
        Optional<String> password = Optional.ofNullable(accounts.passwords().get(user));
        byte[] given = text.substring(space + 1).getBytes(StandardCharsets.US_ASCII);
        boolean right = password.isPresent() && MessageDigest.isEqual(given, digest(password.get()));
        return right ? new SaslAnswer.Success(user) : new SaslAnswer.Refused();
    }

    private byte[] digest(String password) {
        if (password.isEmpty()) {
            return new byte[0];
        }
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacMD5"));
            return HexFormat.of().formatHex(mac.doFinal(challenge)).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no HMAC-MD5.", e);
        }
    }
}
