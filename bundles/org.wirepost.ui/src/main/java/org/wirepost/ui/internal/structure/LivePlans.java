// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.ui.internal.compose.Letter;
import org.wirepost.ui.internal.compose.Letters;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.session.KnownServers;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The plan of the letter that is being written, made anew soon after each change. User interface thread only. */
@Component(service = LivePlans.class)
public final class LivePlans {

    private final List<Consumer<Optional<PlannedLetter>>> watchers = new ArrayList<>();
    private final UiThread ui;
    private final Letters letters;
    private final KnownServers servers;
    private final Draftsman draftsman;
    private final Runnable learned;
    private final Consumer<Optional<Letter>> active = this::plan;
    private Optional<PlannedLetter> current = Optional.empty();

    /** Made by the framework. */
    @Activate
    public LivePlans(@Reference DeliveryService delivery, @Reference Letters letters,
            @Reference KnownServers servers, @Reference Background background, @Reference UiThread ui,
            @Reference CrashReports crashes) {
        this.ui = ui;
        this.letters = letters;
        this.servers = servers;
        this.draftsman = new Draftsman(delivery, background, ui::run, crashes, this::planned);
        this.learned = () -> ui.run(draftsman::changed);
        servers.watch(learned);
        ui.run(() -> letters.watchActive(active));
    }

    /** Gives up what is held. */
    @Deactivate
    public void close() {
        servers.unwatch(learned);
        ui.run(() -> letters.unwatchActive(active));
        draftsman.close();
    }

    private void plan(Optional<Letter> letter) {
        draftsman.plan(letter.map(LetterWriting::new));
    }

    private void planned(Optional<PlannedLetter> next) {
        current = next;
        List.copyOf(watchers).forEach(watcher -> watcher.accept(next));
    }

    /** Returns the latest plan; empty until a letter is being written. */
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
