// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.lab;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String student;
    public static String accept;
    public static String acceptLesson;
    public static String refuse;
    public static String refuseLesson;
    public static String greylist;
    public static String greylistLesson;
    public static String full;
    public static String fullLesson;
    public static String quota;
    public static String quotaLesson;
    public static String password;
    public static String passwordLesson;
    public static String shutdown;
    public static String shutdownLesson;
    public static String silentEnd;
    public static String silentEndLesson;
    public static String stall;
    public static String stallLesson;
    public static String slow;
    public static String slowLesson;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.lab.messages", Messages.class);
    }

    private Messages() {
    }
}
