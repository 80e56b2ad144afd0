// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Message files that are opened to be written on. */
package org.wirepost.ui.internal.compose.eml;
