// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * Who the client is: credentials, secrets and the SASL mechanisms (RFC 4422, RFC 4954).
 *
 * <p>A mechanism is chosen by safety among what the server offers and what the credentials allow. Factories of
 * {@code javax.security.sasl} extend the built-in set.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.wirepost.smtp.auth;
