// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.Optional;

/** What there is to say about a list of files beyond its rows: what was refused, or removed and can come back. */
final class ListNotice {

    /**
     * A file that was removed.
     *
     * @param item the file
     * @param index where it stood
     */
    record Removed(AttachmentItem item, int index) { }

    private String sentence = "";
    private Optional<Removed> removed = Optional.empty();

    String sentence() {
        return sentence;
    }

    Optional<Removed> removed() {
        return removed;
    }

    void say(String words) {
        sentence = words;
        removed = Optional.empty();
    }

    void sayRemoved(AttachmentItem item, int index) {
        sentence = Messages.bind(Messages.removed, item.name());
        removed = Optional.of(new Removed(item, index));
    }

    void sayRefused(AttachmentItem item, FileStamp.Kind kind) {
        say(Messages.bind(switch (kind) {
            case FOLDER -> Messages.folderRefused;
            case OTHER -> Messages.otherRefused;
            case NOTHING, FILE -> Messages.nothingThere;
        }, item.name()));
    }

    void forget() {
        say("");
    }
}
