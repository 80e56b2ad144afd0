// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Help inside the window, and what this program is. */
package org.wirepost.ui.internal.help;
