// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.structure;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.delivery.PrepareSettings;
import org.wirepost.delivery.Preparer;
import org.wirepost.mime.PlanSettings;
import org.wirepost.mime.attachment.Watch;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.work.Background;

/**
 * Makes a new plan soon after each change of a letter: a sketch is taken on the user interface thread, the rest is
 * done in the background, and what a further change has overtaken is cancelled and thrown away.
 */
final class Draftsman {

    /** A change is followed by others while somebody types. */
    static final int REST_MILLIS = 300;
    /** Who still reads from an old plan may finish. */
    private static final int KEPT_MILLIS = 5000;

    private final Preparer preparer;
    private final Background background;
    private final Executor ui;
    private final CrashReports crashes;
    private final Consumer<Optional<PlannedLetter>> taker;
    private final Runnable changed = this::changed;
    private Optional<Writing> writing = Optional.empty();
    private Optional<PlanTask.Result> result = Optional.empty();
    private volatile int round;

    /**
     * Makes one.
     *
     * @param ui the way back to the user interface thread
     * @param taker is told there
     */
    Draftsman(DeliveryService delivery, Background background, Executor ui, CrashReports crashes,
            Consumer<Optional<PlannedLetter>> taker) {
        this.preparer = delivery.preparer(new PrepareSettings(PlanSettings.standard(), true));
        this.background = background;
        this.ui = ui;
        this.crashes = crashes;
        this.taker = taker;
    }

    /** Plans another letter from now on; with none, the last plan stays, for its letter may just have been sent. */
    void plan(Optional<Writing> other) {
        Optional<Writing> before = writing;
        before.ifPresent(old -> old.unwatch(changed));
        writing = other;
        round++;
        writing.ifPresent(now -> now.watch(changed));
        if (writing.isPresent()) {
            begin();
        } else {
            taker.accept(result.map(PlanTask.Result::letter).map(PlannedLetter::asClosed));
        }
    }

    /** Something has changed: plans when it has rested. */
    void changed() {
        int mine = ++round;
        background.later(() -> ui.execute(() -> {
            if (mine == round) {
                begin();
            }
        }), REST_MILLIS);
    }

    private void begin() {
        if (writing.isEmpty()) {
            return;
        }
        Writing letter = writing.get();
        start(new PlanTask(letter.id(), letter.sketch()));
    }

    private void start(PlanTask task) {
        int mine = round;
        Watch watch = () -> mine != round;
        background.execute(() -> {
            try {
                PlanTask.Result made = task.run(preparer, watch);
                ui.execute(() -> finished(made, mine));
            } catch (RuntimeException | Error e) {
                crashes.report(e);
                ui.execute(() -> finished(task.failed(e.toString()), mine));
            }
        });
    }

    private void finished(PlanTask.Result made, int mine) {
        if (mine == round) {
            done(made);
        } else {
            background.execute(made::close);
        }
    }

    private void done(PlanTask.Result next) {
        Optional<PlanTask.Result> old = result;
        result = Optional.of(next);
        taker.accept(Optional.of(next.letter()));
        old.ifPresent(before -> background.later(before::close, KEPT_MILLIS));
    }

    /** Gives up what is held. */
    void close() {
        round++;
        result.ifPresent(PlanTask.Result::close);
        result = Optional.empty();
        preparer.close();
    }
}
