// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * Accounts, the presets of the large mail providers, and the places a secret can be read from. Accounts are kept in one
 * versioned file that never holds a secret; a secret is read at the moment it is needed and wiped after use.
 */
@Export
@Version("1.0.0")
package org.wirepost.account;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
