// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.compose;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.swt.custom.ExtendedModifyEvent;
import org.eclipse.swt.custom.StyledText;

/** Takes back changes of a text, and does them again; what was typed in one go is one change. */
final class TextUndo {

    private static final int MOST = 500;
    private static final int PAUSE_MILLIS = 2000;

    private final StyledText text;
    private final Deque<Change> done = new ArrayDeque<>();
    private final Deque<Change> undone = new ArrayDeque<>();
    private boolean busy;
    private int lastTime;

    private record Change(int start, String removed, String added) {

        boolean goesOnWith(Change next) {
            return removed.isEmpty() && next.removed.isEmpty() && next.added.length() == 1
                    && !next.added.equals("\n") && next.start == start + added.length();
        }

        Change and(Change next) {
            return new Change(start, removed, added + next.added);
        }
    }

    TextUndo(StyledText text) {
        this.text = text;
        text.addExtendedModifyListener(this::modified);
    }

    private void modified(ExtendedModifyEvent event) {
        if (busy) {
            return;
        }
        String added = event.length == 0 ? "" : text.getTextRange(event.start, event.length);
        Change change = new Change(event.start, event.replacedText, added);
        Change last = done.peek();
        if (last != null && last.goesOnWith(change) && event.time - lastTime < PAUSE_MILLIS) {
            done.pop();
            change = last.and(change);
        }
        lastTime = event.time;
        done.push(change);
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
    }

    /** Forgets everything: the text is a new one. */
    void clear() {
        done.clear();
        undone.clear();
    }

    /** Does something that cannot be undone by itself. */
    void silently(Runnable task) {
        busy = true;
        try {
            task.run();
        } finally {
            busy = false;
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            Change change = done.pop();
            replace(change.start(), change.added().length(), change.removed());
            undone.push(change);
        }
    }

    void redo() {
        if (canRedo()) {
            Change change = undone.pop();
            replace(change.start(), change.removed().length(), change.added());
            done.push(change);
        }
    }

    private void replace(int start, int length, String with) {
        silently(() -> text.replaceTextRange(start, length, with));
        text.setSelection(start + with.length());
        text.showSelection();
    }
}
