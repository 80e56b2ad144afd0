// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.outbox;

import java.nio.file.Path;

/**
 * A mail whose record is so damaged that nobody can tell whom it is for: it is kept in a folder of its own and never
 * sent.
 *
 * @param folder where it lies; its content is the file {@code message.eml}, if that is still there
 * @param reason one sentence: what is wrong with it
 */
public record SetAside(Path folder, String reason) { }
