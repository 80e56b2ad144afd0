// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.look;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/** Asks the toolkit for dark or light widgets, where it can be asked: SWT has no public method for it. */
final class NativeTheme {

    private NativeTheme() {
    }

    /** Asks for dark or light widgets; where that is not possible, the widgets stay as the desktop wants them. */
    static void set(boolean dark) {
        String platform = SWT.getPlatform();
        String name = switch (platform) {
            case "gtk" -> "org.eclipse.swt.internal.gtk.OS";
            case "win32" -> "org.eclipse.swt.internal.win32.OS";
            default -> "org.eclipse.swt.internal.cocoa.OS";
        };
        try {
            Class<?> os = Class.forName(name, true, Display.class.getClassLoader());
            os.getMethod("gtk".equals(platform) ? "setDarkThemePreferred" : "setTheme", boolean.class)
                    .invoke(null, dark);
        } catch (ReflectiveOperationException | LinkageError e) {
            // An SWT without this method: nothing is lost but the look of the frame.
            System.getLogger(NativeTheme.class.getName()).log(System.Logger.Level.DEBUG, "No way to set a theme", e);
        }
    }
}
