// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.function.Consumer;
import org.eclipse.swt.graphics.Point;

/**
 * Something to take a picture of.
 *
 * @param name the beginning of the name of the file
 * @param size of the window, in pixels
 * @param setting what is to be done for it in a window that has just been opened for the first time
 */
record Scene(String name, Point size, Consumer<Desk> setting) {

    private static final Point USUAL = new Point(1280, 900);

    Scene(String name, Consumer<Desk> setting) {
        this(name, USUAL, setting);
    }
}
