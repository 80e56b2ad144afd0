// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What all targets share. */
package org.wirepost.fuzz;
