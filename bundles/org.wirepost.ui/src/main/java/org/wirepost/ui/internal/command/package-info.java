// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** One table of commands, which feeds the menus, the tool bar, the keys, Quick Access and the list of keys. */
package org.wirepost.ui.internal.command;
