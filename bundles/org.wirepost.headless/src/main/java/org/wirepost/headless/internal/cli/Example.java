// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.headless.internal.cli;

/**
 * A command line that works, for help.
 *
 * @param purpose what it is good for, ending in a colon
 * @param commandLine what to type; may have several lines
 */
public record Example(String purpose, String commandLine) {
}
