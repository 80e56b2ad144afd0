// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery;

import java.util.Optional;

/**
 * The session that a message went through.
 *
 * @param host host name as given
 * @param port port
 * @param tlsVersion such as {@code TLSv1.3}; empty when the session is in clear or was never opened
 * @param cipher cipher suite, likewise
 * @param mechanism the SASL mechanism used; empty when nobody was authenticated
 */
public record ServerFacts(String host, int port, Optional<String> tlsVersion, Optional<String> cipher,
        Optional<String> mechanism) { }
