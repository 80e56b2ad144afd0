// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.wirepost.smtp.internal.sasl.Attempt.base64;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server of SCRAM that computes by RFC 5802's own formulas, not by the client's code. */
final class ScramServer implements UnaryOperator<String> {

    private static final byte[] SALT = "saltsalt".getBytes(UTF_8);

    final String hash;
    private final byte[] password;
    String user = "";
    String tail = "servernonce";
    String iterations = "4096";
    private String firstBare;
    private String first;

    ScramServer(String hash, String preparedPassword) {
        this.hash = hash;
        password = preparedPassword.getBytes(UTF_8);
    }

    @Override
    public String apply(String line) {
        String[] words = line.split(" ");
        if (line.startsWith("AUTH")) {
            return words.length == 3 ? challenge(decode(words[2])) : "334 ";
        }
        return line.isEmpty() ? "235 2.7.0 ok" : verdict(decode(line));
    }

    private String challenge(String clientFirst) {
        firstBare = clientFirst.substring("n,,".length());
        user = firstBare.substring(2, firstBare.indexOf(",r="));
        first = "r=" + firstBare.substring(firstBare.indexOf(",r=") + 3) + tail + ",s="
                + Base64.getEncoder().encodeToString(SALT) + ",i=" + iterations;
        return "334 " + base64(first);
    }

    private String verdict(String clientFinal) {
        int cut = clientFinal.lastIndexOf(",p=");
        String dialogue = firstBare + "," + first + "," + clientFinal.substring(0, cut);
        byte[] salted = hi();
        byte[] proof = Base64.getDecoder().decode(clientFinal.substring(cut + 3));
        byte[] stored = digest(mac(salted, "Client Key".getBytes(UTF_8)));
        byte[] clientSignature = mac(stored, dialogue.getBytes(UTF_8));
        if (!Arrays.equals(digest(xor(proof, clientSignature)), stored)) {
            return "535 5.7.8 authentication failed";
        }
        byte[] signature = mac(mac(salted, "Server Key".getBytes(UTF_8)), dialogue.getBytes(UTF_8));
        return "334 " + base64("v=" + Base64.getEncoder().encodeToString(signature));
    }

    private byte[] hi() {
        byte[] u = Arrays.copyOf(SALT, SALT.length + 4);
        u[SALT.length + 3] = 1;
        u = mac(password, u);
        byte[] sum = u;
        for (int i = 1; i < Integer.parseInt(iterations); i++) {
            u = mac(password, u);
            sum = xor(sum, u);
        }
        return sum;
    }

    private byte[] mac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("Hmac" + hash.replace("-", ""));
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private byte[] digest(byte[] octets) {
        try {
            return MessageDigest.getInstance(hash).digest(octets);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] xor(byte[] a, byte[] b) {
        byte[] result = a.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] ^= b[i];
        }
        return result;
    }

    private static String decode(String text) {
        return new String(Base64.getDecoder().decode(text), UTF_8);
    }
}
