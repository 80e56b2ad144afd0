// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What was said in the sessions since the start, kept in a bounded ring for whoever shows it. */
package org.wirepost.ui.internal.session;
