// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wirepost.lab.LabAuth;

/** LOGIN: user, then password. */
final class Login implements SaslExchange {

    private final LabAuth accounts;
    private Optional<String> user = Optional.empty();

    Login(LabAuth accounts) {
        this.accounts = accounts;
    }

    @Override
    public Optional<byte[]> greeting() {
        return Optional.of("Username:".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String text = new String(response, StandardCharsets.UTF_8);
        if (user.isEmpty()) {
            user = Optional.of(text);
            return SaslAnswer.Challenge.of("Password:");
        }
        return Plain.check(accounts, user.get(), text);
    }
}
