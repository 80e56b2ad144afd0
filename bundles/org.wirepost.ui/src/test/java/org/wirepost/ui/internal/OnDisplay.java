// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal;

import org.eclipse.swt.graphics.DeviceData;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives the tests of a class a display on their own thread; skips them, saying so, where there is none. */
public final class OnDisplay implements BeforeAllCallback, AfterAllCallback {

    private Display display;

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean window = System.getenv("DISPLAY") != null || !System.getProperty("os.name").startsWith("Linux");
        Assumptions.assumeTrue(window, "There is no display: set DISPLAY, for example to that of Xvfb.");
        // Who forgets to dispose of something can be found out.
        DeviceData data = new DeviceData();
        data.tracking = true;
        display = new Display(data);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (display != null) {
            display.dispose();
        }
    }

    /** Does what is waiting to be done. */
    public static void settle() {
        Display current = Display.getCurrent();
        while (current.readAndDispatch()) {
            continue;
        }
    }
}
