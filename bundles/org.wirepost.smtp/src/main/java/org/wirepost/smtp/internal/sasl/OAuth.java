// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.security.sasl.SaslException;
import org.wirepost.smtp.auth.Credentials;

/**
 * OAUTHBEARER (RFC 7628) and XOAUTH2 (Google's and Microsoft's): the user and an access token in one answer.
 *
 * <p>A server that refuses says why in a further challenge; it is acknowledged, and the refusal proper follows.
 */
final class OAuth extends Mechanism {

    /** Ends each field of both formats. */
    private static final char END = '\u0001';

    private enum Step { TOKEN, REASON, DONE }

    private final byte[] message;
    private final byte[] acknowledgement;
    private Step step = Step.TOKEN;
    private String complaint = "";

    private OAuth(String name, byte[] message, byte[] acknowledgement) {
        super(name);
        this.message = message;
        this.acknowledgement = acknowledgement;
    }

    /** Makes OAUTHBEARER for a server; the port is left out when it is 0. */
    static OAuth bearer(Credentials.Token credentials, String host, int port) throws SaslException {
        String where = END + "host=" + host + END + (port == 0 ? "" : "port=" + port + END);
        String start = "n,a=" + Scram.name(user(credentials)) + "," + where;
        return new OAuth("OAUTHBEARER", message(start, credentials), new byte[] {END});
    }

    /** Makes XOAUTH2. */
    static OAuth xoauth2(Credentials.Token credentials) throws SaslException {
        return new OAuth("XOAUTH2", message("user=" + user(credentials) + END, credentials), new byte[0]);
    }

    private static String user(Credentials.Token credentials) throws SaslException {
        if (credentials.user().chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            throw new SaslException("the user name has a control character");
        }
        return credentials.user();
    }

    private static byte[] message(String start, Credentials.Token credentials) throws SaslException {
        char[] token = credentials.token().characters();
        for (char c : token) {
            if (c <= ' ' || c > '~') {
                throw new SaslException("the access token has a blank, a line end or another character that no token"
                        + " has; give the token alone, without \u201cBearer\u201d");
            }
        }
        byte[] message = (start + "auth=Bearer " + new String(token) + END + END).getBytes(StandardCharsets.UTF_8);
        Arrays.fill(token, '\0');
        return message;
    }

    @Override
    boolean secret() {
        return step == Step.REASON;
    }

    @Override
    Optional<String> complaint() {
        return Optional.of(complaint).filter(text -> !text.isEmpty());
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        Step now = step;
        complete(now == Step.TOKEN);
        step = now == Step.TOKEN ? Step.REASON : Step.DONE;
        return switch (now) {
            case TOKEN -> message.clone();
            case REASON -> {
                complaint = OAuthComplaint.of(challenge);
                yield acknowledgement.clone();
            }
            case DONE -> throw nothingLeft();
        };
    }

    @Override
    public void dispose() {
        Arrays.fill(message, (byte) 0);
    }
}
