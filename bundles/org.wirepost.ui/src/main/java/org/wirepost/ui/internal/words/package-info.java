// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What the libraries below the window say, in the language of the window. */
package org.wirepost.ui.internal.words;
