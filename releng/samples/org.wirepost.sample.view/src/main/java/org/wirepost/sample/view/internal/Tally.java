// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.view.internal;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.wirepost.smtp.dialogue.DialogueEvent;
import org.wirepost.smtp.dialogue.DialogueListener;

/** Counts replies by their code, over all sessions since it came. */
@Component(service = {Tally.class, DialogueListener.class})
public final class Tally implements DialogueListener {

    private final Map<Integer, Long> counts = new TreeMap<>();
    private final Collection<Runnable> watchers = new CopyOnWriteArrayList<>();

    /** Comes on the thread of a session, from several at once: quick, and guarded. */
    @Override
    public void on(DialogueEvent event) {
        if (event instanceof DialogueEvent.ReplyReceived received) {
            synchronized (counts) {
                counts.merge(received.reply().code(), 1L, Long::sum);
            }
            watchers.forEach(Runnable::run);
        }
    }

    /** Returns how often each code has come, in the order of the codes. */
    Map<Integer, Long> counts() {
        synchronized (counts) {
            return new TreeMap<>(counts);
        }
    }

    /** Has someone told of each change, on the thread of a session, until the answer is run. */
    Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }
}
