// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.function.Consumer;
import org.wirepost.windows.driver.Robot;

/**
 * Something to take a picture of.
 *
 * @param name the beginning of the name of the file
 * @param setting what is to be done for it in a window that has just been opened for the first time
 */
record Scene(String name, Consumer<Robot> setting) {
}
