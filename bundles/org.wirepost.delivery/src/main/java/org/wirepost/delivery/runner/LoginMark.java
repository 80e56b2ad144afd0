// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.runner;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.wirepost.delivery.ServerLogin;
import org.wirepost.smtp.ConnectionSettings;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/**
 * Tells whether a login is still the one that was refused. Of the secret it keeps sixteen bits of a slow salted hash:
 * enough to notice a change but for one time in 65 536, too little to learn anything from or to check guesses with.
 */
final class LoginMark {

    private static final int ROUNDS = 100_000;
    private static final int SECRET_BITS = 16;
    private static final int SALT = 16;

    private LoginMark() {
    }

    /** Returns a mark of a login, with a salt of its own. */
    static String of(ServerLogin login) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return of(login, salt);
    }

    /** Tells whether a mark was made of this login. */
    static boolean fits(String mark, ServerLogin login) {
        try {
            return mark.equals(of(login, HexFormat.of().parseHex(mark.substring(0, mark.indexOf('-')))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static String of(ServerLogin login, byte[] salt) {
        HexFormat hex = HexFormat.of();
        try {
            return hex.formatHex(salt) + "-" + hex.formatHex(settings(login, salt)) + "-"
                    + hex.formatHex(secret(login, salt));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything but the secret: who wants what from whom, and whom he trusts. */
    private static byte[] settings(ServerLogin login, byte[] salt) throws GeneralSecurityException {
        ConnectionSettings to = login.connection();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(salt);
        String user = login.credentials().map(LoginMark::user).orElse("");
        for (Object part : new Object[] {to.host(), to.port(), to.tlsMode(), to.tls().pin(), user,
            login.auth().mechanism(), login.auth().clearTextAllowed(), to.tls().clientKey().isPresent()}) {
            digest.update((part + "\0").getBytes(StandardCharsets.UTF_8));
        }
        for (X509Certificate authority : to.tls().authorities()) {
            digest.update(authority.getEncoded());
        }
        return digest.digest();
    }

    private static String user(Credentials credentials) {
        if (credentials instanceof Credentials.Password password) {
            return password.user();
        }
        return credentials instanceof Credentials.Token token ? token.user()
                : ((Credentials.External) credentials).user();
    }

    private static byte[] secret(ServerLogin login, byte[] salt) throws GeneralSecurityException {
        if (login.credentials().isEmpty() || login.credentials().get() instanceof Credentials.External) {
            return new byte[0];
        }
        Secret secret = login.credentials().get() instanceof Credentials.Password password ? password.password()
                : ((Credentials.Token) login.credentials().get()).token();
        char[] characters = secret.characters();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, ROUNDS, SECRET_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }
}
