// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String masterNotGiven;
    public static String nameTaken;
    public static String masterTitle;
    public static String masterAsk;
    public static String masterChooseTitle;
    public static String masterChoose;
    public static String masterHonest;
    public static String masterChangeTitle;
    public static String masterChange;
    public static String masterPassword;
    public static String masterAgain;
    public static String masterChecking;
    public static String masterDiffers;
    public static String masterShort;
    public static String masterUnlock;
    public static String masterCreate;
    public static String masterChangeButton;
    public static String masterChanged;
    public static String masterNoStore;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.account.messages", Messages.class);
    }

    private Messages() {
    }
}
