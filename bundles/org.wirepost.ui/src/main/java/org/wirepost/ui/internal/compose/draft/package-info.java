// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Where letters are kept: those being written and those sent. Everything here blocks: for the background. */
package org.wirepost.ui.internal.compose.draft;
