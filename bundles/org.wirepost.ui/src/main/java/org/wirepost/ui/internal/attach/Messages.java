// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String locationInside;
    public static String folderRefused;
    public static String otherRefused;
    public static String nothingThere;
    public static String alreadyThere;
    public static String removed;
    public static String missing;
    public static String changed;
    public static String unmet;
    public static String failed;
    public static String notPasted;
    public static String unreadableImage;
    public static String pastedName;
    public static String problemOf;
    public static String looking;
    public static String preparing;
    public static String preparingPercent;
    public static String sentAs;
    public static String sentAsItIs;
    public static String inlineWord;
    public static String severityInfo;
    public static String severityWarn;
    public static String severityBroken;
    public static String handledBy;
    public static String emptyHint;
    public static String listName;
    public static String listSummary;
    public static String listSummaryOne;
    public static String inlineButton;
    public static String inlineTip;
    public static String optionsButton;
    public static String optionsTip;
    public static String undoButton;
    public static String undoTip;
    public static String removeButton;
    public static String removeTip;
    public static String reloadButton;
    public static String reloadTip;
    public static String openFile;
    public static String openFailed;
    public static String showInFolder;
    public static String copyPath;
    public static String inlineMenu;
    public static String optionsMenu;
    public static String undoMenu;
    public static String removeMenu;
    public static String reloadMenu;
    public static String undoRemove;
    public static String dismiss;
    public static String noOptions;
    public static String optionUnit;
    public static String factsHeading;
    public static String optionsHeading;
    public static String findingsHeading;
    public static String noFindings;
    public static String moreFindings;
    public static String severityLine;
    public static String amountEquals;
    public static String toolsName;
    public static String broken;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.attach.messages", Messages.class);
    }

    private Messages() {
    }
}
