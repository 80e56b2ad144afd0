// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** How the outbox lies on the disk: folders, journals, locks. */
package org.wirepost.delivery.internal.outbox;
