// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The plan of the letter that is being written, made anew soon after each change. User interface thread only. */
@Component(service = LivePlans.class)
public final class LivePlans {

    private final List<Consumer<Optional<PlannedLetter>>> watchers = new ArrayList<>();
    private Optional<PlannedLetter> current = Optional.empty();

    /** Made by the framework. */
    @Activate
    public LivePlans() {
    }

    /** Returns the latest plan; empty when no letter is being written. */
    public Optional<PlannedLetter> current() {
        return current;
    }

    /**
     * Has someone told of every new plan, and of the present one at once.
     *
     * @param watcher who is told, on the user interface thread
     */
    public void watch(Consumer<Optional<PlannedLetter>> watcher) {
        watchers.add(watcher);
        watcher.accept(current);
    }

    /** Ends {@link #watch}. */
    public void unwatch(Consumer<Optional<PlannedLetter>> watcher) {
        watchers.remove(watcher);
    }
}
