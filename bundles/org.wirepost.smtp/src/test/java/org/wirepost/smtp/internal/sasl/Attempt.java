// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslClientFactory;
import org.wirepost.smtp.SmtpException;
import org.wirepost.smtp.auth.AuthSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;
import org.wirepost.smtp.dialogue.Capabilities;
import org.wirepost.smtp.dialogue.Reply;

/**
 * One attempt to authenticate, in words that read well.
 *
 * @param offered the mechanisms that the server offers, separated by blanks
 * @param nonce the nonce of this side
 */
record Attempt(String offered, Credentials credentials, AuthSettings settings, boolean encrypted, String nonce) {

    static Attempt of(String offered, Credentials credentials) {
        return new Attempt(offered, credentials, AuthSettings.DEFAULT, true, "clientnonce");
    }

    static Attempt password(String offered) {
        return of(offered, new Credentials.Password("alice", Secret.of("wonder land")));
    }

    static Attempt password(String offered, String user, String password) {
        return of(offered, new Credentials.Password(user, Secret.of(password)));
    }

    static Attempt token(String offered, String user, String token) {
        return of(offered, new Credentials.Token(user, Secret.of(token)));
    }

    Attempt withNonce(String other) {
        return new Attempt(offered, credentials, settings, encrypted, other);
    }

    Attempt withoutTls() {
        return new Attempt(offered, credentials, settings, false, nonce);
    }

    Attempt clearTextAllowed() {
        AuthSettings other = new AuthSettings(settings.mechanism(), true, settings.factories());
        return new Attempt(offered, credentials, other, encrypted, nonce);
    }

    Attempt forced(String mechanism) {
        AuthSettings other = new AuthSettings(Optional.of(mechanism), settings.clearTextAllowed(),
                settings.factories());
        return new Attempt(offered, credentials, other, encrypted, nonce);
    }

    Attempt with(SaslClientFactory... factories) {
        AuthSettings other = new AuthSettings(settings.mechanism(), settings.clearTextAllowed(), List.of(factories));
        return new Attempt(offered, credentials, other, encrypted, nonce);
    }

    /** Authenticates at that server and returns the mechanism used. */
    String at(FakeServer server) throws SmtpException {
        Capabilities capabilities = Capabilities.of(Reply.of(250, "mail.example", offered));
        String name = new Authenticator(() -> nonce).authenticate(server, capabilities, credentials, settings,
                encrypted, "mail.example", 587);
        server.verify();
        return name;
    }

    /** Fails to authenticate at that server and returns the failure. */
    SmtpException failsAt(FakeServer server) {
        SmtpException failure = catchThrowableOfType(SmtpException.class, () -> at(server));
        assertThat(failure).as("the attempt should have failed").isNotNull();
        server.verify();
        return failure;
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
