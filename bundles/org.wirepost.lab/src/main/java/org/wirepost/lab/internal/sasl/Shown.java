// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.lab.internal.sasl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** EXTERNAL (RFC 4422 appendix A) with the certificate that the client has shown: nobody else may be acted as. */
public final class Shown implements SaslExchange {

    private final Optional<String> name;

    /** Begins with the name in the certificate, if there was one. */
    public Shown(Optional<String> name) {
        this.name = name;
    }

    @Override
    public SaslAnswer answer(byte[] response) {
        String wanted = new String(response, StandardCharsets.UTF_8);
        return name.filter(known -> wanted.isEmpty() || wanted.equals(known))
                .<SaslAnswer>map(SaslAnswer.Success::new).orElseGet(SaslAnswer.Refused::new);
    }
}
