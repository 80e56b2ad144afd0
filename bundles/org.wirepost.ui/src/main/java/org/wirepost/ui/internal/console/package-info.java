// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The protocol console: every line of every session, how long it took, what it means, and a prompt to say more. */
package org.wirepost.ui.internal.console;
