// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirepost.lab.LabAuth;

/**
 * XOAUTH2 and OAUTHBEARER (RFC 7628). A wrong token is answered by a challenge in JSON; whatever the client says to
 * that, an empty line or a single 0x01, is followed by the refusal.
 */
final class BearerToken implements SaslExchange {

    private static final Pattern XOAUTH2 = Pattern.compile(
            "user=([^\u0001]+)\u0001auth=Bearer ([^\u0001]+)\u0001\u0001", Pattern.CASE_INSENSITIVE);
    private static final Pattern OAUTHBEARER = Pattern.compile(
            "n,a=([^,\u0001]+),\u0001(?:[a-z]+=[^\u0001]*\u0001)*?auth=Bearer ([^\u0001]+)\u0001"
                    + "(?:[a-z]+=[^\u0001]*\u0001)*\u0001", Pattern.CASE_INSENSITIVE);

    private final LabAuth accounts;
    private final boolean standard;
    private boolean refused;

    BearerToken(LabAuth accounts, boolean standard) {
        this.accounts = accounts;
        this.standard = standard;
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        if (refused) {
            return new SaslAnswer.Refused();
        }
        String text = new String(response, StandardCharsets.UTF_8);
        Matcher matcher = (standard ? OAUTHBEARER : XOAUTH2).matcher(text);
        if (!matcher.matches()) {
            return new SaslAnswer.Malformed(standard ? "this is no OAUTHBEARER response (RFC 7628)"
                    : "this is no XOAUTH2 response");
        }
        String user = matcher.group(1).replace("=2C", ",").replace("=3D", "=");
        Optional<String> token = Optional.ofNullable(accounts.tokens().get(user));
        if (token.isPresent() && token.get().equals(matcher.group(2))) {
            return new SaslAnswer.Success(user);
        }
        refused = true;
        return SaslAnswer.Challenge.of(standard
                ? "{\"status\":\"invalid_token\",\"scope\":\"https://mail.example/send\"}"
                : "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"https://mail.example/send\"}");
    }
}
