// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/**
 * The commands of the command line; the launcher hands them the main thread and the arguments.
 */
package org.wirepost.headless.internal;
