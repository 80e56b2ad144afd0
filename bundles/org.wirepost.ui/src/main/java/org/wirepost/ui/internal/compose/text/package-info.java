// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What is done with the text of a letter, without a window. */
package org.wirepost.ui.internal.compose.text;
