// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.help;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String title;
    public static String helpCommand;
    public static String helpTip;
    public static String smtpCommand;
    public static String smtpTip;
    public static String aboutCommand;
    public static String aboutTip;
    public static String back;
    public static String topics;
    public static String aboutTitle;
    public static String product;
    public static String purpose;
    public static String licence;
    public static String licenceUnsaid;
    public static String java;
    public static String system;
    public static String toolkit;
    public static String libraries;
    public static String placeConfig;
    public static String placeData;
    public static String placeCache;
    public static String openPlace;
    public static String copy;
    public static String close;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.help.messages", Messages.class);
    }

    private Messages() {
    }
}
