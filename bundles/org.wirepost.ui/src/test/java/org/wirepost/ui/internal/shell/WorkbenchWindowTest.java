// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

@ExtendWith(OnDisplay.class)
class WorkbenchWindowTest {

    @TempDir
    static Path folder;

    private final ViewRegistry views = new ViewRegistry(new CrashReports(new UiThread(), new Background(), folder));
    private final CommandTable commands = new CommandTable();
    private final WindowState state = new WindowState();
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Map<String, View> samples = new HashMap<>();
    private WorkbenchWindow window;

    /** A view with one text field, which handles one command. */
    private record Sample(String id, Place place, boolean isMultiple, boolean isBroken) implements View {

        @Override
        public String title() {
            return "Title of " + id;
        }

        @Override
        public Pane create(Composite parent, ViewSite site) {
            if (isBroken) {
                throw new IllegalStateException("out of order");
            }
            Text text = new Text(parent, SWT.MULTI);
            text.setText(site.memento());
            return new Pane() {
                @Override
                public void setFocus() {
                    text.setFocus();
                }

                @Override
                public String memento() {
                    return text.getText();
                }
            };
        }
    }

    @BeforeEach
    void addViews() {
        commands.add(new ShellCommands());
        views.add(sample("left", Place.LEFT));
        views.add(sample("bottom", Place.BOTTOM));
        views.add(new Sample("letter", Place.CENTER, true, false));
        open();
    }



    private View sample(String id, Place place) {
        return samples.computeIfAbsent(id, key -> new Sample(id, place, false, false));
    }

    private void open() {
        window = new WorkbenchWindow(Display.getCurrent(), new WorkbenchWindow.Parts(commands, new Keys(commands),
                new Look(), views, new StatusParts()), state, () -> done.add("changed"), failures::add);
        new ShellHandlers(window, commands, new Keys(commands), views, theme -> { }).install();
        window.shell().setSize(900, 600);
        window.shell().open();
        OnDisplay.settle();
    }

    @AfterEach
    void close() {
        if (window != null && !window.shell().isDisposed()) {
            window.shell().dispose();
        }
    }

    private Place placeOf(String view, String instance) {
        return window.stackOf(window.panes().find(view, instance).orElseThrow()).orElseThrow().place();
    }

    @Test
    void viewsOpenInTheirPlacesAndLettersOnlyWhenAskedFor() {
        assertThat(placeOf("left", "")).isEqualTo(Place.LEFT);
        assertThat(placeOf("bottom", "")).isEqualTo(Place.BOTTOM);
        assertThat(window.panes().find("letter", "")).isEmpty();
        window.open("letter", "7");
        window.open("letter", "8");
        window.open("letter", "7");
        assertThat(window.panes().all()).hasSize(4);
        assertThat(window.active().orElseThrow().instance()).isEqualTo("7");
    }

    @Test
    void aClosedViewStaysClosedUntilItIsOpenedAgain() {
        window.askToClose(window.panes().find("left", "").orElseThrow());
        window.remember();
        window.shell().dispose();
        open();
        assertThat(window.panes().find("left", "")).isEmpty();
        window.open("left", "");
        assertThat(placeOf("left", "")).isEqualTo(Place.LEFT);
    }

    @Test
    void aMovedViewIsFoundWhereItWasLeftWithWhatItShowed() {
        OpenPane pane = window.panes().find("left", "").orElseThrow();
        ((Text) pane.body().getChildren()[0]).setText("unfinished");
        window.move(pane, window.areas().stack(Place.RIGHT), -1);
        window.open("letter", "7");
        window.remember();
        window.shell().dispose();
        open();
        assertThat(placeOf("left", "")).isEqualTo(Place.RIGHT);
        assertThat(placeOf("letter", "7")).isEqualTo(Place.CENTER);
        assertThat(window.panes().find("left", "").orElseThrow().pane().memento()).isEqualTo("unfinished");
    }

    @Test
    void eachLayoutRemembersItsOwnChangesAndResetTakesThemBack() {
        OpenPane pane = window.panes().find("left", "").orElseThrow();
        window.move(pane, window.areas().stack(Place.RIGHT), -1);
        window.setLayout(LayoutName.DEBUG);
        assertThat(placeOf("left", "")).isEqualTo(Place.LEFT);
        window.setLayout(LayoutName.COMPOSE);
        assertThat(placeOf("left", "")).isEqualTo(Place.RIGHT);
        window.resetLayout();
        assertThat(placeOf("left", "")).isEqualTo(Place.LEFT);
    }

    @Test
    void aViewGoesWithItsBundleAndComesBackWhereItWas() {
        View left = views.find("left").orElseThrow();
        window.move(window.panes().find("left", "").orElseThrow(), window.areas().stack(Place.RIGHT), -1);
        window.remember();
        views.remove(sample("left", Place.LEFT));
        window.panes().gone(left);
        assertThat(window.panes().find("left", "")).isEmpty();
        window.remember();
        views.add(sample("left", Place.LEFT));
        window.panes().came(views.find("left").orElseThrow());
        assertThat(placeOf("left", "")).isEqualTo(Place.RIGHT);
    }

    @Test
    void aBrokenViewSaysSoInItsPlaceAndHarmsNothingElse() {
        views.add(new Sample("broken", Place.RIGHT, false, true));
        window.panes().came(views.find("broken").orElseThrow());
        OpenPane pane = window.panes().find("broken", "").orElseThrow();
        Composite page = (Composite) pane.body().getChildren()[0];
        assertThat(((Text) page.getChildren()[0]).getText()).contains("Title of broken", "out of order");
        assertThat(failures).hasSize(1);
    }

    @Test
    void commandsGoToThePaneThatHasTheFocus() {
        OpenPane left = window.panes().find("left", "").orElseThrow();
        left.handle(ShellCommands.MAXIMIZE, () -> done.add("mine"));
        window.activate(left);
        done.clear();
        commands.run(ShellCommands.MAXIMIZE);
        assertThat(done).contains("mine");
        window.activate(window.panes().find("bottom", "").orElseThrow());
        done.clear();
        commands.run(ShellCommands.MAXIMIZE);
        assertThat(done).doesNotContain("mine");
    }

    @Test
    void theKeyForTheNextViewGoesRoundAllStacks() {
        window.open("letter", "7");
        window.activate(window.panes().find("left", "").orElseThrow());
        List<String> visited = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            commands.run(ShellCommands.NEXT);
            visited.add(window.active().orElseThrow().view().id());
        }
        assertThat(visited).containsExactly("letter", "bottom", "left");
    }

    @Test
    void aStackCanTakeTheWholeWindowAndGiveItBack() {
        Stack left = window.areas().stack(Place.LEFT);
        window.areas().toggleMaximized(left);
        OnDisplay.settle();
        assertThat(window.areas().stack(Place.BOTTOM).folder().getVisible()).isFalse();
        window.areas().toggleMaximized(left);
        OnDisplay.settle();
        assertThat(window.areas().stack(Place.BOTTOM).folder().getVisible()).isTrue();
        assertThat(window.areas().stack(Place.BOTTOM).folder().isVisible()).isTrue();
    }

    @Test
    void aPaneThatIsOpenedElsewhereEndsTheTimeOfTheMaximisedOne() {
        window.areas().toggleMaximized(window.areas().stack(Place.LEFT));
        window.open("bottom", "");
        OnDisplay.settle();
        assertThat(window.areas().stack(Place.BOTTOM).folder().getVisible()).isTrue();
        assertThat(window.areas().stack(Place.LEFT).folder().getVisible()).isTrue();
    }

    @Test
    void everyStackButAnEmptyOneHasRoomAndTheMiddleAlways() {
        assertThat(window.areas().stack(Place.RIGHT).folder().getVisible()).isFalse();
        assertThat(window.areas().stack(Place.LEFT).folder().getVisible()).isTrue();
        assertThat(window.areas().stack(Place.CENTER).folder().getVisible()).isTrue();
    }
}
