// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The computations of SCRAM (RFC 5802 section 3) for one exchange.
 *
 * @param proof what the client shows
 * @param signature what the server has to show
 */
record ScramKeys(byte[] proof, byte[] signature) {

    /**
     * Computes both.
     *
     * @param hash the hash's name in SCRAM: "SHA-1" or "SHA-256"
     * @param password prepared by SASLprep
     * @param challenge the server's first message
     * @param dialogue the auth message: all messages so far, without the proof
     * @return proof and signature
     * @throws GeneralSecurityException when this Java runtime lacks an algorithm
     */
    static ScramKeys of(String hash, char[] password, ScramChallenge challenge, String dialogue)
            throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance(hash);
        String suffix = hash.replace("-", "");
        Mac mac = Mac.getInstance("Hmac" + suffix);
        PBEKeySpec spec = new PBEKeySpec(password, challenge.salt(), challenge.iterations(), mac.getMacLength() * 8);
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmac" + suffix).generateSecret(spec).getEncoded();
        spec.clearPassword();
        byte[] clientKey = sign(mac, salted, "Client Key");
        byte[] serverKey = sign(mac, salted, "Server Key");
        byte[] proof = sign(mac, digest.digest(clientKey), dialogue);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= clientKey[i];
        }
        byte[] signature = sign(mac, serverKey, dialogue);
        Arrays.fill(salted, (byte) 0);
        Arrays.fill(clientKey, (byte) 0);
        Arrays.fill(serverKey, (byte) 0);
        return new ScramKeys(proof, signature);
    }

    private static byte[] sign(Mac mac, byte[] key, String text) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
