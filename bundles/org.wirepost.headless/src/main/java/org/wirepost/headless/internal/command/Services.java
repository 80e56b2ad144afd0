// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.command;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.wirepost.delivery.DeliveryService;

/**
 * What the framework gives the commands.
 *
 * @param delivery the door to deliveries
 * @param desktop finds the window, if a bundle brings one, and only then loads it; it is opened with the command's
 *     arguments and returns the exit code when it is closed; an {@link AutoCloseable} one can be asked to close
 */
public record Services(DeliveryService delivery, Supplier<Optional<ToIntFunction<String[]>>> desktop) {
}
