// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * An SMTP client over sockets (RFC 5321): connection, TLS, extensions, transactions and their outcomes.
 *
 * <p>{@link org.wirepost.smtp.SmtpConnection} is the way in. A connection is confined to one thread; only
 * {@link org.wirepost.smtp.SmtpConnection#cancel()} may be called from another. The library starts no thread and knows
 * neither OSGi services nor any user interface.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.wirepost.smtp;
