// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.delivery.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Tells several listeners; one that throws is not told any further, and the others are not affected. */
public final class Fan implements DialogueListener {

    private DialogueListener[] listeners;

    private Fan(List<DialogueListener> listeners) {
        this.listeners = listeners.toArray(DialogueListener[]::new);
    }

    /** Returns a listener that tells these, those that do nothing left out. */
    public static DialogueListener of(DialogueListener first, DialogueListener second, List<DialogueListener> more) {
        List<DialogueListener> all = new ArrayList<>(more.size() + 2);
        all.add(first);
        all.add(second);
        all.addAll(more);
        all.removeIf(listener -> listener == DialogueListener.NONE);
        return all.size() == 1 ? all.get(0) : new Fan(all);
    }

    @Override
    public void on(DialogueEvent event) {
        for (int i = 0; i < listeners.length; i++) {
            try {
                listeners[i].on(event);
            } catch (RuntimeException | LinkageError e) {
                System.getLogger(Fan.class.getName()).log(System.Logger.Level.WARNING,
                        "A listener failed and is not told of this session any more", e);
                listeners[i] = DialogueListener.NONE;
            }
        }
    }
}
