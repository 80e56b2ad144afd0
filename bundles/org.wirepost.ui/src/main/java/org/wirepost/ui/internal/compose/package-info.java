// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Letters being written: what they hold, where they are kept, and the view they are written in. */
package org.wirepost.ui.internal.compose;
