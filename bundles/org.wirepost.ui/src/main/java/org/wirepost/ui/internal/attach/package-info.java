// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The files that go with a letter: what is in them, what sending changes, and the rows that show it. */
package org.wirepost.ui.internal.attach;
