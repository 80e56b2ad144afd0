// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** Lines of addresses: what is wrong with them, who was written to before, whether a domain takes mail. */
package org.wirepost.ui.internal.compose.address;
