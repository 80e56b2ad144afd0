// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What the user prefers, and the dialog where it is said. */
package org.wirepost.ui.internal.prefs;
