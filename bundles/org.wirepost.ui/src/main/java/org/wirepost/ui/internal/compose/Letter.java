// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wirepost.delivery.Order;
import org.wirepost.delivery.OrderException;
import org.wirepost.ui.internal.attach.AttachmentList;
import org.wirepost.ui.internal.attach.AttachmentMemento;
import org.wirepost.ui.internal.compose.draft.LetterContent;
import org.wirepost.ui.internal.compose.text.Signature;

/** A letter being written. User interface thread only; a {@link #snapshot()} of it can be taken elsewhere. */
public final class Letter {

    private final String id;
    private final AttachmentList attachments;
    private final Supplier<List<Sender>> senders;
    private final List<Runnable> watchers = new ArrayList<>();
    private LetterContent content;
    private LetterContent kept;
    private List<AttachmentMemento> keptFiles;
    private String saveProblem = "";

    /**
     * Makes a letter.
     *
     * @param id the name of its draft
     * @param content what is written
     * @param attachments its files
     * @param senders everyone one can write as, now
     */
    Letter(String id, LetterContent content, AttachmentList attachments, Supplier<List<Sender>> senders) {
        this.id = id;
        this.content = content;
        this.attachments = attachments;
        this.senders = senders;
        this.kept = content;
        this.keptFiles = attachments.mementos();
        attachments.watch(this::tell);
    }

    /** Returns the name of its draft, which is also the instance of its pane. */
    public String id() {
        return id;
    }

    /** Returns what is written, as it is now. */
    public LetterContent content() {
        return content;
    }

    /** Returns who writes; empty when there is no account, or the one that was chosen is not there. */
    public Optional<Sender> sender() {
        return Sender.find(senders.get(), content);
    }

    /** Returns everyone one can write as. */
    List<Sender> senders() {
        return senders.get();
    }

    /** Returns the name of the account it goes through; empty when there is none. */
    public String accountName() {
        return sender().map(sender -> sender.account().name()).orElse(content.account());
    }

    /** Returns its files. */
    public AttachmentList attachments() {
        return attachments;
    }

    /** Returns the letter as it is now, for other threads. */
    public LetterSnapshot snapshot() {
        return new LetterSnapshot(id, content, sender(), attachments.draftAttachments());
    }

    /**
     * Returns the order to deliver it as it is now.
     *
     * @throws OrderException when something in it is wrong or missing; its input is the name of the field
     */
    public Order order() throws OrderException {
        return snapshot().order();
    }

    /** Tells whether nothing would be lost with it. */
    boolean isBlank() {
        return content.isBlank() && attachments.isEmpty();
    }

    /** Tells whether it has changed since it was kept last. */
    boolean isUnsaved() {
        return !content.equals(kept) || !attachments.mementos().equals(keptFiles);
    }

    /** Returns why it could not be kept, in one sentence; empty when it was. */
    String saveProblem() {
        return saveProblem;
    }

    /**
     * Told that it is being kept as it is now.
     *
     * @param problem why it could not; empty when it could
     */
    void saved(String problem) {
        kept = content;
        keptFiles = attachments.mementos();
        saveProblem = problem;
        tell();
    }

    /**
     * Changes what is written, and tells whoever watches.
     *
     * @param change makes the changes
     */
    void edit(Consumer<LetterContent.Builder> change) {
        LetterContent changed = content.with(change);
        if (!changed.equals(content)) {
            content = changed;
            tell();
        }
    }

    /**
     * Chooses who writes; the signature goes along.
     *
     * @param sender who
     */
    void choose(Sender sender) {
        edit(next -> {
            next.account = sender.account().name();
            next.from = sender.identity().address();
            sign(next, sender);
        });
    }

    /** Puts the signature of someone below the text. */
    void sign(Sender sender) {
        edit(next -> sign(next, sender));
    }

    /** Puts the signature of whoever writes below the text, if that is still empty. */
    void signIfBlank() {
        if (content.body().isBlank() && content.signature().isEmpty() && content.eml().isEmpty()) {
            sender().ifPresent(this::sign);
        }
    }

    private static void sign(LetterContent.Builder next, Sender sender) {
        String fresh = sender.identity().signature().orElse("").replace("\r\n", "\n");
        String signed = Signature.replace(next.body, next.signature, fresh);
        if (!signed.equals(next.body)) {
            next.body = signed;
            next.signature = fresh;
        }
    }

    /** Tells whoever watches. */
    void tell() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    /**
     * Has someone told of every change, also of the files.
     *
     * @param watcher who is told, on the user interface thread
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Has someone told no more. */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }
}
