// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import org.eclipse.osgi.util.NLS;

/** The texts of this room, in the user's language. */
public final class Messages extends NLS {

    public static String noSubject;
    public static String noSender;
    public static String senderGone;
    public static String noRecipient;
    public static String allDelivered;
    public static String notSaved;
    public static String notLoaded;
    public static String notOpened;
    public static String noFile;
    public static String noMailto;
    public static String mailtoIgnored;
    public static String withoutHtml;
    public static String asItIs;
    public static String acceptedFor;
    public static String unknownOutcome;
    public static String interrupted;
    public static String undone;
    public static String savedAs;
    public static String notExported;
    public static String viewTitle;
    public static String newLetter;
    public static String from;
    public static String to;
    public static String cc;
    public static String bcc;
    public static String replyTo;
    public static String subject;
    public static String fromName;
    public static String bodyName;
    public static String previewName;
    public static String sourceName;
    public static String write;
    public static String preview;
    public static String source;
    public static String markdown;
    public static String markdownTip;
    public static String sourceWait;
    public static String sourceCut;
    public static String attach;
    public static String send;
    public static String noMx;
    public static String noDomain;
    public static String refusesMail;
    public static String sizeExact;
    public static String sizeLimit;
    public static String sizeOver;
    public static String sizeUnknown;
    public static String addAccount;
    public static String useLab;
    public static String labFailed;
    public static String sendingIn;
    public static String undo;
    public static String undoKey;
    public static String queued;
    public static String preparing;
    public static String connecting;
    public static String sending;
    public static String cancel;
    public static String tryAgain;
    public static String sendToAll;
    public static String deliveredTo;
    public static String remind;
    public static String remindSubject;
    public static String sendAnyway;
    public static String dismiss;
    public static String pasteAsk;
    public static String pasteInline;
    public static String pasteAttach;
    public static String checking;
    public static String openTitle;
    public static String saveTitle;
    public static String attachTitle;
    public static String emlFiles;
    public static String allFiles;
    public static String markdownOn;
    public static String markdownOff;
    public static String dsnOn;
    public static String dsnOff;
    public static String savedNow;
    public static String noProblem;
    public static String showBcc;
    public static String showReplyTo;
    public static String cmdNew;
    public static String cmdNewTip;
    public static String cmdSend;
    public static String cmdSendTip;
    public static String cmdAttach;
    public static String cmdAttachTip;
    public static String cmdSave;
    public static String cmdSaveTip;
    public static String cmdPreview;
    public static String cmdPreviewTip;
    public static String cmdMarkdown;
    public static String cmdSource;
    public static String cmdSourceTip;
    public static String cmdBcc;
    public static String cmdBccTip;
    public static String cmdReplyTo;
    public static String cmdReplyToTip;
    public static String cmdUndoSend;
    public static String cmdUndoSendTip;
    public static String cmdDsn;
    public static String cmdDsnTip;
    public static String cmdNextProblem;
    public static String cmdNextProblemTip;
    public static String cmdPreviousProblem;
    public static String cmdPreviousProblemTip;
    public static String cmdOpenEml;
    public static String cmdOpenEmlTip;
    public static String cmdSaveEml;
    public static String cmdSaveEmlTip;
    public static String cmdUndo;
    public static String cmdUndoTip;
    public static String cmdRedo;
    public static String cmdRedoTip;
    public static String cmdCut;
    public static String cmdCutTip;
    public static String cmdCopy;
    public static String cmdCopyTip;
    public static String cmdPaste;
    public static String cmdPasteTip;
    public static String cmdSelectAll;
    public static String cmdSelectAllTip;
    public static String draftsTitle;
    public static String drafts;
    public static String sent;
    public static String draftsName;
    public static String open;
    public static String openAsNew;
    public static String delete;
    public static String deleted;
    public static String draftOpen;

    static {
        NLS.initializeMessages("org.wirepost.ui.internal.compose.messages", Messages.class);
    }

    private Messages() {
    }
}
