// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The archive as its users have it: unpacked somewhere, run as a process from somewhere else. */
package org.wirepost.interop.archive;
