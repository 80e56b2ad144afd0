// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What happens to an order before a connection is opened. */
package org.wirepost.delivery.internal.prepare;
