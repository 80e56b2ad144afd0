// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.plugin;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String title;
    public static String openCommand;
    public static String openTip;
    public static String installCommand;
    public static String installTip;
    public static String update;
    public static String updateTip;
    public static String updateCommand;
    public static String updateTitle;
    public static String updateChoose;
    public static String updateQuestion;
    public static String updateDown;
    public static String updateSame;
    public static String updateWarning;
    public static String updateOther;
    public static String updateNothing;
    public static String updating;
    public static String updated;
    public static String factOld;
    public static String factNew;
    public static String oldWords;
    public static String publisherWas;
    public static String disable;
    public static String disableTip;
    public static String enable;
    public static String enableTip;
    public static String uninstall;
    public static String uninstallTip;
    public static String retry;
    public static String retryTip;
    public static String undo;
    public static String undoTip;
    public static String showLibraries;
    public static String columnName;
    public static String columnVersion;
    public static String columnState;
    public static String columnPublisher;
    public static String columnOffers;
    public static String stateActive;
    public static String stateSetAside;
    public static String statePart;
    public static String stateChanging;
    public static String stateOff;
    public static String stateStopped;
    public static String stateUnresolved;
    public static String stateFailed;
    public static String originDroppedIn;
    public static String originProduct;
    public static String originLibrary;
    public static String factVersion;
    public static String factPublisher;
    public static String factSymbolicName;
    public static String factOrigin;
    public static String factFile;
    public static String factDigest;
    public static String factSignature;
    public static String factOffers;
    public static String factNeeds;
    public static String factServices;
    public static String unsaid;
    public static String fileAndSize;
    public static String offersNothing;
    public static String offersHandler;
    public static String typesUnsaid;
    public static String offersMechanism;
    public static String offersMechanisms;
    public static String offersListener;
    public static String offersView;
    public static String offersViewNamed;
    public static String offersViewBroken;
    public static String offersService;
    public static String offersPackage;
    public static String offersActivator;
    public static String offersUnreadable;
    public static String handlerCalls;
    public static String handlerBuiltIn;
    public static String handlerRanking;
    public static String handlerLastError;
    public static String handlerOption;
    public static String setAside;
    public static String needPackage;
    public static String needBundle;
    public static String needHost;
    public static String needJava;
    public static String needExtender;
    public static String needService;
    public static String needOther;
    public static String needOptional;
    public static String versionFrom;
    public static String versionBelow;
    public static String versionRange;
    public static String missing;
    public static String missingOther;
    public static String missingHalf;
    public static String missingJava;
    public static String signatureNone;
    public static String signatureWhole;
    public static String signaturePartly;
    public static String signatureBroken;
    public static String tooLarge;
    public static String noJar;
    public static String noFile;
    public static String noBundle;
    public static String badName;
    public static String badManifest;
    public static String changedMeanwhile;
    public static String inTheWay;
    public static String partOfProduct;
    public static String frameworkSays;
    public static String failedToStart;
    public static String chooseTitle;
    public static String filterBundles;
    public static String filterAll;
    public static String installTitle;
    public static String installQuestion;
    public static String installWarning;
    public static String installLacks;
    public static String install;
    public static String installing;
    public static String arrived;
    public static String arrivedBroken;
    public static String neverArrived;
    public static String switchedOn;
    public static String switchedOff;
    public static String uninstalled;
    public static String restored;
    public static String retried;
    public static String needsNothing;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.plugin.messages", Messages.class);
    }

    private Messages() {
    }
}
