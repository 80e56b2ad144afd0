// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import org.wirepost.delivery.DeliveryService;

/**
 * What the framework gives the commands.
 *
 * @param delivery the door to deliveries
 */
public record Services(DeliveryService delivery) {
}
