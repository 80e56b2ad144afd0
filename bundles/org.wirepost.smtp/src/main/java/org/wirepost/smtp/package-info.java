// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * An SMTP client (RFC 5321) over plain sockets: connection, dialogue, STARTTLS, SASL and the extensions a submission
 * needs. A connection belongs to one thread and blocks; closing it from another thread cancels what is under way. Every
 * byte sent or received is told of by exactly one event, and no event ever holds a secret. The package needs the JDK
 * only, starts no thread and knows nothing of OSGi.
 */
@Export
@Version("1.0.0")
package org.wirepost.smtp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
