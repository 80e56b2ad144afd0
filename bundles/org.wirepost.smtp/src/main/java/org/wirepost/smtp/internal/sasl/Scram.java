// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/**
 * SCRAM-SHA-1 (RFC 5802) and SCRAM-SHA-256 (RFC 7677) without channel binding. The password is not sent, and the server
 * has to prove that it knows it, too.
 */
final class Scram extends Mechanism {

    private enum Step { FIRST, FINAL, VERIFY, DONE }

    /** The GS2 header {@code n,,}: no channel binding, no other identity to act as. */
    private static final String HEADER = "n,,";

    private final String hash;
    private final String nonce;
    private final String first;
    private final char[] password;
    private Step step = Step.FIRST;
    private boolean secret;
    private String proof = "";
    private String signature = "";
    private String complaint = "";

    /**
     * Begins an exchange.
     *
     * @param hash the hash's name in SCRAM: "SHA-1" or "SHA-256"
     * @param credentials user and password
     * @param nonce random printable characters without a comma
     */
    Scram(String hash, Credentials.Password credentials, String nonce) throws SaslException {
        super("SCRAM-" + hash);
        this.hash = hash;
        this.nonce = nonce;
        first = "n=" + name(SaslPrep.prepare("user name", credentials.user())) + ",r=" + nonce;
        char[] raw = credentials.password().characters();
        password = SaslPrep.prepare("password", new String(raw)).toCharArray();
        Arrays.fill(raw, '\0');
    }

    /** Escapes the characters that have a meaning in a saslname (RFC 5802 section 5.1). */
    static String name(String text) {
        return text.replace("=", "=3D").replace(",", "=2C");
    }

    @Override
    boolean secret() {
        return secret;
    }

    @Override
    List<String> derived() {
        return List.of(proof, signature, encode(("v=" + signature).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    Optional<String> complaint() {
        return Optional.of(complaint).filter(text -> !text.isEmpty());
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        String text = new String(challenge, StandardCharsets.UTF_8);
        Step now = step;
        step = Step.DONE;
        secret = now == Step.FINAL;
        if (text.startsWith("e=") && (now == Step.FINAL || now == Step.VERIFY)) {
            complaint = Inert.text(text, 100);
            secret = false;
            return new byte[0];
        }
        return switch (now) {
            case FIRST -> openWith(Step.FINAL, HEADER + first);
            case FINAL -> openWith(Step.VERIFY, prove(text));
            case VERIFY -> verify(text);
            case DONE -> throw nothingLeft();
        };
    }

    private byte[] openWith(Step next, String message) {
        step = next;
        return message.getBytes(StandardCharsets.UTF_8);
    }

    private String prove(String serverFirst) throws SaslException {
        ScramChallenge challenge = ScramChallenge.parse(serverFirst, nonce);
        String last = "c=" + encode(HEADER.getBytes(StandardCharsets.US_ASCII)) + ",r=" + challenge.nonce();
        try {
            ScramKeys keys = ScramKeys.of(hash, password, challenge, first + "," + serverFirst + "," + last);
            proof = encode(keys.proof());
            signature = encode(keys.signature());
        } catch (GeneralSecurityException e) {
            throw new SaslException("this Java runtime lacks " + e.getMessage());
        }
        return last + ",p=" + proof;
    }

    private byte[] verify(String serverFinal) throws SaslException {
        String shown = serverFinal.split(",", 2)[0];
        byte[] expected = ("v=" + signature).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))) {
            throw new SaslException("the server does not prove that it knows the password; it may be another server");
        }
        complete(true);
        return new byte[0];
    }

    private static String encode(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    @Override
    public void dispose() {
        Arrays.fill(password, '\0');
    }
}
