// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A letter being written. User interface thread only; what it holds can be taken elsewhere, for it never changes. */
public final class Letter {

    private final String id;
    private final List<Runnable> watchers = new ArrayList<>();
    private LetterContent content;

    Letter(String id, LetterContent content) {
        this.id = id;
        this.content = content;
    }

    /** Returns the name of its draft, which is also the instance of its pane. */
    public String id() {
        return id;
    }

    /** Returns what is written, as it is now. */
    public LetterContent content() {
        return content;
    }

    /** Returns the name of the account it goes through; empty takes the standard one. */
    public String accountName() {
        return content.account();
    }

    /**
     * Changes what is written, and tells whoever watches.
     *
     * @param change makes the new content out of the old one
     */
    void edit(UnaryOperator<LetterContent> change) {
        LetterContent changed = change.apply(content);
        if (!changed.equals(content)) {
            content = changed;
            tell();
        }
    }

    private void tell() {
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
