// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirepost.lab.LabAuth;

/** EXTERNAL (RFC 4422 appendix A). Without client certificates the lab believes any name it knows. */
final class External implements SaslExchange {

    private final LabAuth accounts;

    External(LabAuth accounts) {
        this.accounts = accounts;
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String wanted = new String(response, StandardCharsets.UTF_8);
        Optional<String> user = Stream.concat(accounts.passwords().keySet().stream(),
                accounts.tokens().keySet().stream()).filter(u -> wanted.isEmpty() || wanted.equals(u)).findFirst();
        return user.<SaslAnswer>map(SaslAnswer.Success::new).orElseGet(SaslAnswer.Refused::new);
    }
}
