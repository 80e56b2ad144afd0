// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * When to try again what was not sent: what an outcome means for the next try, how long to wait, when to give up, and
 * how much an account may send in a time. Values and plain arithmetic; clocks and chance are handed in, and nothing
 * here
 * sleeps, sends or writes.
 */
@Export
@Version("1.0.0")
package org.wirepost.delivery.retry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
