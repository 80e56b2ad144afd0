// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
/** What happens on connections: opening them, sending one message, probing, and keeping many messages in flight. */
package org.wirepost.delivery.internal.session;
