// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose.draft;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String recovered;
    public static String unreadableDraft;
    public static String unreadableSent;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.compose.draft.messages", Messages.class);
    }

    private Messages() {
    }
}
