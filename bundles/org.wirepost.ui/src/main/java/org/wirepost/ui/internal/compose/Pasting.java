// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.wirepost.ui.internal.attach.AttachmentItem;
import org.wirepost.ui.internal.compose.Notice.Action;
import org.wirepost.ui.internal.compose.text.HtmlText;
import org.wirepost.ui.internal.look.Tone;

/** Takes files and images that are dropped or pasted. Whether an image is shown in the text is asked once a letter. */
final class Pasting {

    private static final String INLINE = "inline";
    private static final String ATTACH = "attach";

    private final Letter letter;
    private final BodyText body;
    private final Notices notices;
    private final Runnable changed;
    private final Set<AttachmentItem> known = new HashSet<>();
    private final Runnable filesChanged = this::filesChanged;
    private int expected;

    Pasting(Letter letter, BodyText body, Notices notices, Runnable changed) {
        this.letter = letter;
        this.body = body;
        this.notices = notices;
        this.changed = changed;
        known.addAll(letter.attachments().items());
        letter.attachments().watch(filesChanged);
    }

    void close() {
        letter.attachments().unwatch(filesChanged);
    }

    /** Lets files be dropped anywhere on a composer. */
    void dropOn(Composite composer) {
        DropTarget target = new DropTarget(composer, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = canTake() ? DND.DROP_COPY : DND.DROP_NONE;
            }

            @Override
            public void dragOperationChanged(DropTargetEvent event) {
                dragEnter(event);
            }

            @Override
            public void drop(DropTargetEvent event) {
                if (event.data instanceof String[] files && canTake()) {
                    letter.attachments().addAll(Stream.of(files).map(Path::of).toList());
                }
            }
        });
    }

    private boolean canTake() {
        return body.control().getEditable() && letter.content().eml().isEmpty();
    }

    /**
     * Pastes files or an image.
     *
     * @return whether there were any; otherwise there may be text
     */
    boolean paste() {
        if (!canTake()) {
            return false;
        }
        Clipboard clipboard = new Clipboard(body.control().getDisplay());
        try {
            if (has(clipboard, FileTransfer.getInstance())
                    && clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files) {
                letter.attachments().addAll(Stream.of(files).map(Path::of).toList());
                return true;
            }
            if (!has(clipboard, TextTransfer.getInstance()) && has(clipboard, ImageTransfer.getInstance())
                    && clipboard.getContents(ImageTransfer.getInstance()) instanceof ImageData image) {
                paste(image);
                return true;
            }
            return false;
        } finally {
            clipboard.dispose();
        }
    }

    private static boolean has(Clipboard clipboard, Transfer transfer) {
        return Stream.of(clipboard.getAvailableTypes()).anyMatch(transfer::isSupportedType);
    }

    private void paste(ImageData image) {
        switch (letter.content().pasteInline()) {
            case INLINE -> add(image, INLINE);
            case ATTACH -> add(image, ATTACH);
            default -> {
                notices.ask(new Notice("paste", Tone.TEXT, Messages.pasteAsk, List.of(
                        new Action("pasteInline", Messages.pasteInline, () -> add(image, INLINE)),
                        new Action("pasteAttach", Messages.pasteAttach, () -> add(image, ATTACH)),
                        new Action("pasteDismiss", Messages.dismiss, this::dismiss))));
                changed.run();
            }
        }
    }

    private void dismiss() {
        notices.forget();
        changed.run();
        body.control().setFocus();
    }

    private void add(ImageData image, String how) {
        letter.edit(next -> next.pasteInline = how);
        if (how.equals(INLINE)) {
            expected++;
        }
        letter.attachments().addPasted(image);
        dismiss();
    }

    /** A pasted image arrives as a file a moment later. */
    private void filesChanged() {
        for (AttachmentItem item : letter.attachments().items()) {
            if (known.add(item) && item.isOwn() && expected > 0) {
                expected--;
                letter.attachments().setInline(item, true);
                if (letter.content().markdown()) {
                    body.insert(HtmlText.imageLink(item.name()));
                }
            }
        }
    }
}
