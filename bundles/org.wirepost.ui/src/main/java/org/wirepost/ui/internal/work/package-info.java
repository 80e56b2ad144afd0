// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Which thread does what: the user interface thread, and the threads behind it. */
package org.wirepost.ui.internal.work;
