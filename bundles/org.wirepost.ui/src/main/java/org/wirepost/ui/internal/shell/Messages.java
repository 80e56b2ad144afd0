// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String menuFile;
    public static String menuEdit;
    public static String menuMessage;
    public static String menuServer;
    public static String menuView;
    public static String menuTools;
    public static String menuHelp;
    public static String toolBar;
    public static String quickAccess;
    public static String quickAccessCommand;
    public static String quickAccessTip;
    public static String quickAccessHint;
    public static String quickAccessMessage;
    public static String openView;
    public static String close;
    public static String closeTip;
    public static String exit;
    public static String exitTip;
    public static String layoutCompose;
    public static String layoutComposeTip;
    public static String layoutDebug;
    public static String layoutDebugTip;
    public static String layoutClassroom;
    public static String layoutClassroomTip;
    public static String layoutReset;
    public static String layoutResetTip;
    public static String themeSystem;
    public static String themeLight;
    public static String themeDark;
    public static String themeContrast;
    public static String themeTip;
    public static String nextView;
    public static String nextViewTip;
    public static String previousView;
    public static String previousViewTip;
    public static String maximize;
    public static String maximizeTip;
    public static String keyHelp;
    public static String keyHelpTip;
    public static String keyHelpHint;
    public static String altDigits;
    public static String goToView;
    public static String goToViewTip;
    public static String moveLeft;
    public static String moveCenter;
    public static String moveRight;
    public static String moveBottom;
    public static String tabMaximize;
    public static String tabClose;
    public static String brokenView;
    public static String nothingOpen;
    public static String quickAccessNothing;
    public static String ready;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.shell.messages", Messages.class);
    }

    private Messages() {
    }
}
