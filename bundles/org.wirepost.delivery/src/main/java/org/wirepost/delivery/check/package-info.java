// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * The test of a connection: walks up to the door of a server step by step, sends nothing, and names what can be done
 * about the step that fails. The command line and the desktop both test through this package; each has its own words.
 */
@Export
@Version("1.0.0")
package org.wirepost.delivery.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
