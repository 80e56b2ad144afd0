// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The durable outbox on the command line: where it is, which way its mail takes, and how it is told about. */
package org.wirepost.headless.internal.queue;
