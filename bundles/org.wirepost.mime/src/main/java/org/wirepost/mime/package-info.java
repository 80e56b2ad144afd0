// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * The message model and the streaming MIME writer (RFC 5322, 2045 to 2049, 2231, 6532). A message is an immutable
 * value; a plan of it, made for the limits of one server, knows the exact size and the range of every part before a
 * byte is produced, and writes the same bytes however often it is asked. Content is streamed and never held in memory
 * as a whole. The package needs the JDK only.
 */
@Export
@Version("1.0.0")
package org.wirepost.mime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
