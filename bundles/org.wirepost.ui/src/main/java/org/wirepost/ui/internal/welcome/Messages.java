// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.welcome;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String title;
    public static String command;
    public static String tip;
    public static String heading;
    public static String promise;
    public static String addTitle;
    public static String addText;
    public static String labTitle;
    public static String labText;
    public static String emlTitle;
    public static String emlText;
    public static String drafts;
    public static String noSubject;
    public static String draft;
    public static String newLetter;
    public static String openTitle;
    public static String messageFiles;
    public static String allFiles;
    public static String sampleSubject;
    public static String sampleBody;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.welcome.messages", Messages.class);
    }

    private Messages() {
    }
}
