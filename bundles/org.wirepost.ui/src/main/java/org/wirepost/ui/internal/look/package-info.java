// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** How everything looks: theme, colours, fonts, icons. */
package org.wirepost.ui.internal.look;
