// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** The letter as it will leave, while it is being written: its plan, its parts and their octets. */
package org.wirepost.ui.internal.structure;
