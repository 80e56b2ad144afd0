// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * From a draft and an account to a report: prepares the attachments, plans the message for the server at hand, sends
 * it, and says for each recipient what is known of its fate and never more than that. The command line and the desktop
 * both send through this package.
 */
@Export
@Version("1.0.0")
package org.wirepost.delivery;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
