// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What a person sees who starts the desktop for the first time. */
package org.wirepost.ui.internal.welcome;
