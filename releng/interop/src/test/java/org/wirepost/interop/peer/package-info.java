// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Postfix and aiosmtpd, started for these tests by the scripts beside the test data. */
package org.wirepost.interop.peer;
