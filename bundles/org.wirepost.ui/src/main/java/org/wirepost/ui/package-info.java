// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The door for views: a bundle publishes a view as a service and the window shows it, for as long as it is there. */
@Export
@Version("1.0.0")
package org.wirepost.ui;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
