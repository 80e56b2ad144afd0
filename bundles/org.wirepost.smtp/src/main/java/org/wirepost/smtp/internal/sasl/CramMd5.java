// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/** CRAM-MD5 (RFC 2195): user and keyed digest of the server's challenge. */
final class CramMd5 extends Mechanism {

    private final String user;
    private final Mac mac;
    private String digest = "";

    CramMd5(Credentials.Password credentials) throws SaslException {
        super("CRAM-MD5");
        user = credentials.user();
        byte[] password = credentials.password().utf8();
        try {
            mac = Mac.getInstance("HmacMD5");
            mac.init(new SecretKeySpec(password, "HmacMD5"));
        } catch (GeneralSecurityException e) {
            throw new SaslException("this Java runtime has no HMAC-MD5");
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    @Override
    public boolean hasInitialResponse() {
        return false;
    }

    @Override
    boolean secret() {
        return true;
    }

    @Override
    List<String> derived() {
        return List.of(digest);
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        if (isComplete()) {
            throw nothingLeft();
        }
        if (challenge.length == 0) {
            throw new SaslException("the server's challenge is empty");
        }
        digest = HexFormat.of().formatHex(mac.doFinal(challenge));
        complete(true);
        return (user + " " + digest).getBytes(StandardCharsets.UTF_8);
    }
}
