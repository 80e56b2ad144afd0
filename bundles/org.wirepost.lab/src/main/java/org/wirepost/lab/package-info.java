// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * A scriptable SMTP server for the loopback interface: the embedded default of the command line, a lesson in the
 * protocol, and the test bed of everything above. It keeps each message exactly as it was received, and can be told to
 * misbehave at any stage of the dialogue. It listens on loopback addresses only and is not a mail server for the world.
 */
@Export
@Version("1.0.0")
package org.wirepost.lab;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
