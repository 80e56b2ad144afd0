// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The programs that are measured: each sends what it is told to the sink, and is a process of its own. */
package org.wirepost.bench.client;
