// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.smtp.internal.sasl;

/**
 * The server as the client knows it.
 *
 * @param host the name that was connected to
 * @param port its port, or 0 when it is not known
 * @param encrypted whether the connection has TLS
 */
record Peer(String host, int port, boolean encrypted) {}
