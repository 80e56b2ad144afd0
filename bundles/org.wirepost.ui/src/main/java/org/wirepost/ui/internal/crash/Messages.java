// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.crash;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String windowTitle;
    public static String title;
    public static String message;
    public static String copy;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.crash.messages", Messages.class);
    }

    private Messages() {
    }
}
