// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String defect;
    public static String noAccount;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.sending.messages", Messages.class);
    }

    private Messages() {
    }
}
