// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.session;

import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Which session another room wants to be looked at, such as that of a delivery. User interface thread only. */
@Component(service = SessionChoice.class)
public final class SessionChoice {

    private final List<Consumer<Recording>> watchers = new CopyOnWriteArrayList<>();
    private Optional<Recording> chosen = Optional.empty();

    /** Made by the framework. */
    @Activate
    public SessionChoice() {
    }

    /**
     * Asks for a session to be shown. Whoever asks opens the console first.
     *
     * @param recording the session
     */
    public void choose(Recording recording) {
        chosen = Optional.of(recording);
        watchers.forEach(watcher -> watcher.accept(recording));
    }

    /** Returns what was asked for last, for a console that is opened because of it. */
    public Optional<Recording> chosen() {
        return chosen;
    }

    /**
     * Has someone told what is to be shown.
     *
     * @param watcher who is told
     */
    public void watch(Consumer<Recording> watcher) {
        watchers.add(watcher);
    }

    /**
     * Has someone told no more.
     *
     * @param watcher who was told
     */
    public void unwatch(Consumer<Recording> watcher) {
        watchers.remove(watcher);
    }
}
