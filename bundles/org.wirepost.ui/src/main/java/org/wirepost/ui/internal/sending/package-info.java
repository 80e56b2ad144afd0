// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Deliveries: what is on its way, what became of it, and the view that shows it. */
package org.wirepost.ui.internal.sending;
