// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * Which bundles from outside are started. A bundle runs with all rights of the user, so it is looked at before the
 * framework gets to see it: the file must be the user's alone, must not claim to be a part of Wirepost, and must have
 * exactly the content that the user has agreed to. What was looked at is a private copy, and that copy is what is
 * installed. Nothing here starts a bundle or runs code of one.
 */
@Export
@Version("1.0.0")
package org.wirepost.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
