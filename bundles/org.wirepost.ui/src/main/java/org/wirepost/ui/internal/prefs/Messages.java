// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.prefs;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String openCommand;
    public static String openTip;
    public static String title;
    public static String search;
    public static String apply;
    public static String cancel;
    public static String restore;
    public static String notInRange;
    public static String general;
    public static String generalHint;
    public static String theme;
    public static String themeSystem;
    public static String themeLight;
    public static String themeDark;
    public static String themeContrast;
    public static String language;
    public static String languageSystem;
    public static String languageEnglish;
    public static String languageGerman;
    public static String composer;
    public static String composerHint;
    public static String markdown;
    public static String reminder;
    public static String undoSeconds;
    public static String stripLocation;
    public static String maxEdge;
    public static String console;
    public static String consoleHint;
    public static String wrap;
    public static String detail;
    public static String decode;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.prefs.messages", Messages.class);
    }

    private Messages() {
    }
}
