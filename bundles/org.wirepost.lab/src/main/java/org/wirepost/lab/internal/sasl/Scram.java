// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.lab.LabAuth;

/** SCRAM (RFC 5802, RFC 7677) without channel binding. */
final class Scram implements SaslExchange {

    private static final int ITERATIONS = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CLIENT_FIRST =
            Pattern.compile("([ny]),(?:a=([^,]*))?,(n=([^,]+),r=([\\x21-\\x2B\\x2D-\\x7E]+)(?:,.*)?)");
    private static final Pattern CLIENT_FINAL = Pattern.compile("(c=([^,]+),r=([^,]+)(?:,.*)?),p=([^,]+)");

    private enum Step { CLIENT_FIRST, CLIENT_FINAL, ACKNOWLEDGEMENT }

    private final LabAuth accounts;
    private final ScramHash hash;
    private final byte[] salt = new byte[16];
    private Step step = Step.CLIENT_FIRST;
    private String header = "";
    private String clientFirst = "";
    private String serverFirst = "";
    private String nonce = "";
    private String user = "";

    Scram(LabAuth accounts, ScramHash hash) {
        this.accounts = accounts;
        this.hash = hash;
        RANDOM.nextBytes(salt);
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String text = new String(response, StandardCharsets.UTF_8);
        return switch (step) {
            case CLIENT_FIRST -> first(text);
            case CLIENT_FINAL -> last(text);
            case ACKNOWLEDGEMENT -> text.isEmpty() ? new SaslAnswer.Success(user)
                    : new SaslAnswer.Malformed("the server's signature is acknowledged by an empty response");
        };
    }

    private SaslAnswer first(String text) {
        Matcher matcher = CLIENT_FIRST.matcher(text);
        if (!matcher.matches()) {
            return new SaslAnswer.Malformed("this is no SCRAM client-first-message without channel binding");
        }
        user = matcher.group(4).replace("=2C", ",").replace("=3D", "=");
        header = text.substring(0, matcher.start(3));
        clientFirst = matcher.group(3);
        byte[] own = new byte[18];
        RANDOM.nextBytes(own);
        nonce = matcher.group(5) + Base64.getEncoder().encodeToString(own);
        serverFirst = "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ITERATIONS;
        step = Step.CLIENT_FINAL;
        return SaslAnswer.Challenge.of(serverFirst);
    }

    private SaslAnswer last(String text) {
        Matcher matcher = CLIENT_FINAL.matcher(text);
        if (!matcher.matches()) {
            return new SaslAnswer.Malformed("this is no SCRAM client-final-message");
        }
        Optional<String> password = Optional.ofNullable(accounts.passwords().get(user)).filter(p -> !p.isEmpty());
        String binding = Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8));
        if (password.isEmpty() || !matcher.group(3).equals(nonce) || !matcher.group(2).equals(binding)) {
            return new SaslAnswer.Refused();
        }
        byte[] salted = hash.salted(password.get(), salt, ITERATIONS);
        String message = clientFirst + "," + serverFirst + "," + matcher.group(1);
        if (!proves(matcher.group(4), salted, message)) {
            return new SaslAnswer.Refused();
        }
        byte[] signature = hash.hmac(hash.hmac(salted, "Server Key"), message);
        step = Step.ACKNOWLEDGEMENT;
        return SaslAnswer.Challenge.of("v=" + Base64.getEncoder().encodeToString(signature));
    }

    /** RFC 5802 section 3: the proof is the client key, masked by its signature. */
    private boolean proves(String proof, byte[] salted, String message) {
        byte[] clientKey = hash.hmac(salted, "Client Key");
        byte[] signature = hash.hmac(hash.hash(clientKey), message);
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= signature[i];
        }
        byte[] expected = Base64.getEncoder().encodeToString(clientKey).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.US_ASCII));
    }
}
