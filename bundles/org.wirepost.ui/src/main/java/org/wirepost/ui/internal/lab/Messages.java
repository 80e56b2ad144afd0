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
    public static String labMail;
    public static String labCommand;
    public static String labTip;
    public static String mailCommand;
    public static String mailTip;
    public static String answersCommand;
    public static String answersTip;
    public static String stateRunning;
    public static String stateStopped;
    public static String start;
    public static String stop;
    public static String answers;
    public static String answersName;
    public static String columnNumber;
    public static String columnTime;
    public static String columnFrom;
    public static String columnTo;
    public static String columnSize;
    public static String columnHow;
    public static String nobody;
    public static String encrypted;
    public static String clear;
    public static String asUser;
    public static String source;
    public static String saw;
    public static String list;
    public static String noMail;
    public static String choose;
    public static String truncated;
    public static String noSession;
    public static String save;
    public static String saveTitle;
    public static String saved;
    public static String notSaved;
    public static String notRead;
    public static String failedTitle;
    public static String failed;
    public static String stopTitle;
    public static String stopText;
    public static String stopYes;
    public static String stopNo;
    public static String status;
    public static String statusTip;
    public static String deviation;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.lab.messages", Messages.class);
    }

    private Messages() {
    }
}
