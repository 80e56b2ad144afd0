// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * Sends what is due in an {@linkplain org.wirepost.delivery.outbox outbox}: account by account, within the rate and the
 * connections that each is allowed, and decides what follows by {@linkplain org.wirepost.delivery.retry policy}. An
 * account whose login or certificate was refused is held; one whose server has no time is left in peace for a while.
 */
@Export
@Version("1.0.0")
package org.wirepost.delivery.runner;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
