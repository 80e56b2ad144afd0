// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.MenuName;

/** The commands about letters, and those about text anywhere. */
@Component(service = CommandGroup.class)
public final class ComposeCommands implements CommandGroup {

    static final String NEW = "message.new";
    static final String SEND = "message.send";
    static final String SEND_AT = "message.sendAt";
    static final String ATTACH = "message.attach";
    static final String SAVE = "message.save";
    static final String PREVIEW = "message.preview";
    static final String MARKDOWN = "message.markdown";
    static final String BCC = "message.bcc";
    static final String REPLY_TO = "message.replyTo";
    static final String UNDO_SEND = "message.undoSend";
    static final String SOURCE = "message.source";
    static final String DSN = "message.dsn";
    static final String NEXT_PROBLEM = "problem.next";
    static final String PREVIOUS_PROBLEM = "problem.previous";
    static final String OPEN_EML = "file.openEml";
    static final String SAVE_EML = "file.saveEml";

    @Override
    public List<CommandSpec> commands() {
        return List.of(
                message(NEW, Messages.cmdNew, Messages.cmdNewTip, 10).withKey("M1+N").withIcon("letter-new")
                        .withToolBar(10),
                message(SEND, Messages.cmdSend, Messages.cmdSendTip, 11).withKey("M1+CR").withIcon("letter-send")
                        .withToolBar(12),
                message(SEND_AT, Messages.cmdSendAt, Messages.cmdSendAtTip, 13).withKey("M1+M2+CR"),
                message(UNDO_SEND, Messages.cmdUndoSend, Messages.cmdUndoSendTip, 12),
                message(ATTACH, Messages.cmdAttach, Messages.cmdAttachTip, 20).withKey("M1+M2+A")
                        .withIcon("letter-attach").withToolBar(11),
                message(BCC, Messages.cmdBcc, Messages.cmdBccTip, 30),
                message(REPLY_TO, Messages.cmdReplyTo, Messages.cmdReplyToTip, 31),
                message(MARKDOWN, Messages.cmdMarkdown, Messages.markdownTip, 40),
                message(PREVIEW, Messages.cmdPreview, Messages.cmdPreviewTip, 41).withKey("M1+M2+P"),
                message(SOURCE, Messages.cmdSource, Messages.cmdSourceTip, 43),
                message(DSN, Messages.cmdDsn, Messages.cmdDsnTip, 45),
                message(NEXT_PROBLEM, Messages.cmdNextProblem, Messages.cmdNextProblemTip, 50).withKey("F8"),
                message(PREVIOUS_PROBLEM, Messages.cmdPreviousProblem, Messages.cmdPreviousProblemTip, 51)
                        .withKey("M2+F8"),
                file(OPEN_EML, Messages.cmdOpenEml, Messages.cmdOpenEmlTip, 10).withKey("M1+O"),
                file(SAVE, Messages.cmdSave, Messages.cmdSaveTip, 20).withKey("M1+S"),
                file(SAVE_EML, Messages.cmdSaveEml, Messages.cmdSaveEmlTip, 21).withKey("M1+M2+S"),
                edit("edit.undo", Messages.cmdUndo, Messages.cmdUndoTip, 10).withKey("M1+Z"),
                edit("edit.redo", Messages.cmdRedo, Messages.cmdRedoTip, 11).withKey("M1+Y"),
                edit("edit.cut", Messages.cmdCut, Messages.cmdCutTip, 20).withKey("M1+X"),
                edit("edit.copy", Messages.cmdCopy, Messages.cmdCopyTip, 21).withKey("M1+C"),
                edit("edit.paste", Messages.cmdPaste, Messages.cmdPasteTip, 22).withKey("M1+V"),
                edit("edit.selectAll", Messages.cmdSelectAll, Messages.cmdSelectAllTip, 30).withKey("M1+A"));
    }

    private static CommandSpec message(String id, String label, String tip, int order) {
        return CommandSpec.of(id, label, tip, MenuName.MESSAGE, order);
    }

    private static CommandSpec file(String id, String label, String tip, int order) {
        return CommandSpec.of(id, label, tip, MenuName.FILE, order);
    }

    private static CommandSpec edit(String id, String label, String tip, int order) {
        return CommandSpec.of(id, label, tip, MenuName.EDIT, order);
    }
}
