// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The lab server inside the desktop, and the view of what it has received. */
package org.wirepost.ui.internal.lab;
