// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The window: stacks of views, layouts, menus, Quick Access, and what of it is remembered. */
package org.wirepost.ui.internal.shell;
