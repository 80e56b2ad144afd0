// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.swt.graphics.ImageData;
import org.wirepost.delivery.DraftAttachment;
import org.wirepost.mime.Source;
import org.wirepost.mime.attachment.Option;

/**
 * The files of a letter. They are looked at and prepared in the background; whoever watches is told of every change.
 * User interface thread only. {@link #close} it with the letter.
 */
public final class AttachmentList {

    private final AttachServices services;
    private final PastedFiles pasted;
    private final FileWatch files;
    private final List<AttachmentItem> items = new ArrayList<>();
    private final List<Runnable> watchers = new ArrayList<>();
    private final ListNotice notice = new ListNotice();
    private boolean closed;

    /**
     * Makes an empty list.
     *
     * @param services the rest of the desktop
     */
    public AttachmentList(AttachServices services) {
        this.services = services;
        this.pasted = new PastedFiles(services, file -> insert(new AttachmentItem(file, true)), this::say);
        this.files = new FileWatch(services, this);
    }

    /** Returns the files in their order. */
    public List<AttachmentItem> items() {
        return List.copyOf(items);
    }

    /** Tells whether there is no file. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** Tells whether a file is still being looked at, so that what is chosen for it may not stand yet. */
    public boolean isBusy() {
        return items.stream().anyMatch(item -> item.state() == AttachmentItem.State.LOOKING);
    }

    /** Returns what the order for the delivery holds. */
    public List<DraftAttachment> draftAttachments() {
        return items.stream()
                .map(item -> new DraftAttachment(Source.of(item.path()), item.isInline(), item.options())).toList();
    }

    /** Adds a file; a folder is refused in words, see {@link #notice}. */
    public void add(Path file) {
        add(file, false);
    }

    /** Adds files, as when many are dropped at once. */
    public void addAll(List<Path> dropped) {
        dropped.forEach(this::add);
    }

    /** Adds an image that the text shows by {@code cid:} and its file name. */
    public void addInline(Path file) {
        add(file, true);
    }

    private void add(Path file, boolean inline) {
        Path path = file.toAbsolutePath().normalize();
        if (items.stream().anyMatch(item -> item.path().equals(path))) {
            say(Messages.bind(Messages.alreadyThere, file.getFileName()));
            return;
        }
        AttachmentItem item = new AttachmentItem(path, false);
        item.setInline(inline);
        insert(item);
    }

    private void insert(AttachmentItem item) {
        if (!closed) {
            items.add(item);
            notice.forget();
            look(item);
        }
    }

    /** Adds an image from the clipboard: it is kept as a file of ours until {@link #discard}. */
    public void addPasted(ImageData image) {
        pasted.add(image);
    }

    /** Adds octets from the clipboard under a name, likewise. */
    public void addPasted(byte[] octets, String name) {
        pasted.add(octets, name);
    }

    /** Takes a file out of the letter; the file itself stays, and {@link #undoRemove} brings it back. */
    public void remove(AttachmentItem item) {
        int index = items.indexOf(item);
        if (index >= 0) {
            item.nextRound();
            items.remove(index);
            notice.sayRemoved(item, index);
            tell();
        }
    }

    /** Brings back what was removed last. */
    public void undoRemove() {
        notice.removed().ifPresent(last -> {
            items.add(Math.min(last.index(), items.size()), last.item());
            notice.forget();
            look(last.item());
        });
    }

    /** Tells whether {@link #undoRemove} can bring something back. */
    public boolean canUndoRemove() {
        return notice.removed().isPresent();
    }

    /** Returns a sentence about what was refused or removed; empty for none. */
    public String notice() {
        return notice.sentence();
    }

    /** The user has read the notice. */
    public void dismissNotice() {
        notice.forget();
        tell();
    }

    void say(String sentence) {
        notice.say(sentence);
        tell();
    }

    /** Says whether the text shows a file. */
    public void setInline(AttachmentItem item, boolean inline) {
        item.setInline(inline);
        tell();
    }

    /**
     * Chooses a value; what follows from it is worked out soon.
     *
     * @param item the file
     * @param option one of its options
     * @param value as {@link Option#parse} reads it
     */
    public void choose(AttachmentItem item, Option<?> option, String value) {
        Map<String, String> chosen = new HashMap<>(item.options());
        if (option.parse(value).equals(option.preset())) {
            chosen.remove(option.key());
        } else {
            chosen.put(option.key(), value);
        }
        if (!chosen.equals(item.options())) {
            choose(item, chosen);
        }
    }

    /** Takes all changes back: the file goes out as it is. */
    public void undoChanges(AttachmentItem item) {
        if (!item.options().isEmpty()) {
            choose(item, Map.of());
        }
    }

    private void choose(AttachmentItem item, Map<String, String> chosen) {
        item.choose(chosen);
        Examination.again(services, this, item);
        tell();
    }

    /** Looks at a file again and takes it as it is now. */
    public void reload(AttachmentItem item) {
        item.forget();
        look(item);
    }

    void look(AttachmentItem item) {
        item.looking();
        Examination.begin(services, this, item);
        tell();
    }

    /** Looks whether files have gone or changed, and whether handlers have come or gone; cheap, may be called often. */
    public void check() {
        files.check();
    }

    /**
     * Waits until all files have been looked at, and looks whether they are still what they were.
     *
     * @param taker takes one sentence for each file that cannot go out as it stands here, later, on this thread
     */
    public void checkBeforeSending(Consumer<List<String>> taker) {
        files.checkBeforeSending(taker);
    }

    /** Returns one sentence for each file that cannot go out as it stands here. */
    public List<String> problems() {
        return items.stream().filter(item -> !item.obstacle().isEmpty())
                .map(item -> Messages.bind(Messages.problemOf, item.name(), item.obstacle())).toList();
    }

    /** Tells whether damage is all that keeps files from going out, so that a person may send them as they are. */
    public boolean isOnlyDamaged() {
        return items.stream().allMatch(item -> item.problem().isEmpty());
    }

    /** Returns what a draft keeps. */
    public List<AttachmentMemento> mementos() {
        return items.stream().map(AttachmentItem::memento).toList();
    }

    /** Adds what a draft has kept; a file that is another by now is said to have changed. */
    public void restore(List<AttachmentMemento> mementos) {
        for (AttachmentMemento memento : mementos) {
            insert(AttachmentItem.of(memento));
        }
    }

    /** Has someone told of every change. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Has someone told no more. */
    public void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    void tell() {
        List.copyOf(watchers).forEach(Runnable::run);
    }

    boolean isClosed() {
        return closed;
    }

    /** Stops all work; the files stay. */
    public void close() {
        closed = true;
        items.forEach(AttachmentItem::nextRound);
        watchers.clear();
    }

    /** Closes the list and deletes the files that were made for the letter, when it is sent or given up for good. */
    public void discard() {
        List<AttachmentItem> own = new ArrayList<>(items);
        notice.removed().map(ListNotice.Removed::item).ifPresent(own::add);
        close();
        pasted.delete(own.stream().filter(AttachmentItem::isOwn).map(AttachmentItem::path).toList());
    }

    /** Takes out what turned out to be no file. */
    void refuse(AttachmentItem item, FileStamp.Kind kind) {
        items.remove(item);
        notice.sayRefused(item, kind);
        tell();
    }
}
