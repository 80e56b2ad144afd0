// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wirepost.ui.internal.OnDisplay;

/** Who may do something on the user interface thread, and when. */
@ExtendWith(OnDisplay.class)
class UiThreadTest {

    private final UiThread ui = new UiThread();
    private final List<String> done = new ArrayList<>();

    private void attach() {
        ui.attach(Display.getCurrent());
    }

    @Test
    void whatIsAskedForBeforeThereIsAWindowIsDoneWhenItIsThere() {
        ui.run(() -> done.add("early"));
        attach();
        OnDisplay.settle();

        assertThat(done).containsExactly("early");
    }

    @Test
    void everyoneElseHasATurnBetweenTwoTasks() {
        attach();
        for (String task : List.of("one", "two", "three")) {
            ui.run(() -> done.add(task));
        }
        Display.getCurrent().asyncExec(() -> done.add("somebody else"));
        OnDisplay.settle();

        assertThat(done).containsExactly("one", "somebody else", "two", "three");
    }

    @Test
    void othersGoOnWhileATaskWaitsForADialog() {
        attach();
        ui.run(() -> {
            OnDisplay.settle();
            done.add("dialog closed");
        });
        ui.run(() -> done.add("meanwhile"));
        OnDisplay.settle();

        assertThat(done).containsExactly("meanwhile", "dialog closed");
    }

    @Test
    void aTaskThatFailsDoesNotStopTheOthers() {
        attach();
        ui.run(() -> {
            throw new IllegalStateException("failed");
        });
        ui.run(() -> done.add("next"));
        try {
            OnDisplay.settle();
        } catch (RuntimeException e) {
            done.add("told");
        }
        OnDisplay.settle();

        assertThat(done).containsExactly("told", "next");
    }

    @Test
    void afterTheEndOfTheWindowNothingIsDone() {
        attach();
        ui.run(() -> done.add("too late"));
        ui.detach();
        OnDisplay.settle();

        assertThat(done).isEmpty();
    }

    @Test
    void aBeatIsDoneOnceForManyAsks() {
        attach();
        Beat beat = ui.beat(() -> done.add("drawn"));
        for (int i = 0; i < 10; i++) {
            beat.ask();
        }
        OnDisplay.settle();

        assertThat(done).containsExactly("drawn");
    }
}
