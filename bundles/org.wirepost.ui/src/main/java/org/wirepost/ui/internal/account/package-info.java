// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The room of the accounts: the book of them, its view, the wizard, the editor and the test of a connection. */
package org.wirepost.ui.internal.account;
