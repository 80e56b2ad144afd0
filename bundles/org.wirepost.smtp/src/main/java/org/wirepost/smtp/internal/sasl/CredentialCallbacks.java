// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import org.wirepost.smtp.auth.Credentials;
import org.wirepost.smtp.auth.Secret;

/** Answers what a mechanism of a factory asks: user name, password or token, realm. */
record CredentialCallbacks(Credentials credentials) implements CallbackHandler {

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(credentials.user());
            } else if (callback instanceof PasswordCallback password) {
                answer(password);
            } else if (callback instanceof RealmCallback realm && realm.getDefaultText() != null) {
                realm.setText(realm.getDefaultText());
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private void answer(PasswordCallback callback) throws UnsupportedCallbackException {
        if (credentials instanceof Credentials.Password password) {
            fill(callback, password.password());
        } else if (credentials instanceof Credentials.Token token) {
            fill(callback, token.token());
        } else {
            throw new UnsupportedCallbackException(callback);
        }
    }

    private static void fill(PasswordCallback callback, Secret secret) {
        char[] characters = secret.characters();
        callback.setPassword(characters);
        Arrays.fill(characters, '\0');
    }
}
