// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.sending;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String defect;
    public static String noAccount;
    public static String outbox;
    public static String outboxCount;
    public static String empty;
    public static String clear;
    public static String waiting;
    public static String queued;
    public static String preparing;
    public static String connecting;
    public static String introducing;
    public static String sendingShare;
    public static String sendingPace;
    public static String sendingLeft;
    public static String finalReply;
    public static String cancelling;
    public static String undone;
    public static String acceptedAll;
    public static String partAccepted;
    public static String partRefused;
    public static String partDeferred;
    public static String partUnknown;
    public static String notSent;
    public static String via;
    public static String toVia;
    public static String accepted;
    public static String refused;
    public static String mendFirst;
    public static String deferred;
    public static String unknown;
    public static String andMore;
    public static String unknownWords;
    public static String undo;
    public static String undoSeconds;
    public static String cancel;
    public static String retry;
    public static String retryCount;
    public static String sendAnyway;
    public static String details;
    public static String hideDetails;
    public static String console;
    public static String openLetter;
    public static String copy;
    public static String remove;
    public static String progress;
    public static String serverWords;
    public static String anywayTitle;
    public static String anywayText;
    public static String anywayYes;
    public static String keep;
    public static String lateTitle;
    public static String lateText;
    public static String lateYes;
    public static String lateNo;
    public static String leaveTitle;
    public static String leaveOne;
    public static String leaveMany;
    public static String leaveText;
    public static String leaveWait;
    public static String leaveLater;
    public static String leaveStay;
    public static String leaving;
    public static String cancelCommand;
    public static String cancelTip;
    public static String retryCommand;
    public static String retryTip;
    public static String showCommand;
    public static String showTip;
    public static String statusOne;
    public static String statusMany;
    public static String statusCancelTip;
    public static String statusTls;
    public static String statusClear;
    public static String statusClearTip;
    public static String statusLanguage;
    public static String statusHandlers;
    public static String statusAside;
    public static String statusHandlersTip;
    public static String saidAccepted;
    public static String saidTrouble;
    public static String seconds;
    public static String minutes;
    public static String hours;
    public static String noSubject;
    public static String scheduled;
    public static String elsewhere;
    public static String triedAgain;
    public static String both;
    public static String held;
    public static String blocked;
    public static String stopped;
    public static String removed;
    public static String sendNow;
    public static String changeTime;
    public static String correctAccount;
    public static String release;
    public static String markSent;
    public static String sendAgain;
    public static String takeBack;
    public static String removeTitle;
    public static String removeText;
    public static String removeToDraft;
    public static String removeNo;
    public static String sentElsewhere;
    public static String inOneHour;
    public static String thisEvening;
    public static String tomorrowMorning;
    public static String tomorrowAt;
    public static String atIn;
    public static String sendAtTitle;
    public static String sendAtWhen;
    public static String sendAtYes;
    public static String sendAtText;
    public static String sendAtPast;
    public static String statusHeld;
    public static String statusUnknown;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.sending.messages", Messages.class);
    }

    private Messages() {
    }
}
