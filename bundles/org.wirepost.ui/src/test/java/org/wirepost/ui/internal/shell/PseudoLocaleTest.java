// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.framework.FrameworkFactory;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.wirepost.delivery.DeliveryService;
import org.wirepost.ui.View;
import org.wirepost.ui.internal.Assembly;
import org.wirepost.ui.internal.OnDisplay;
import org.wirepost.ui.internal.PlainDelivery;
import org.wirepost.ui.internal.PseudoTexts;
import org.wirepost.ui.internal.VisibleTexts;
import org.wirepost.ui.internal.VisibleTexts.Said;
import org.wirepost.ui.internal.command.CommandGroup;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Theme;
import org.wirepost.ui.internal.prefs.PreferenceGroup;
import org.wirepost.ui.internal.prefs.Preferences;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** Nothing in the window is written into the code: all of it comes from the texts of the rooms. */
@ExtendWith(OnDisplay.class)
class PseudoLocaleTest {

    /** Names that are the same in every language, and a tool tip that the toolkit says by itself. */
    private static final Set<String> NAMES = Set.of("Wirepost", "EN", "Show List");
    /** These hold titles of help pages, which are files of their own, names of providers, and sizes with their unit. */
    private static final List<String> DATA = List.of("[help.topics]", "[account.provider]", "[compose.size]");
    private static final List<String> DIALOGS = List.of("tools.preferences", "help.about", "help.keys",
            "view.quickAccess", "server.addAccount");
    private static final int MILLIS_TO_OPEN = 200;

    @TempDir
    Path folder;

    private Framework framework;
    private Assembly assembly;
    private WorkbenchWindow window;

    private void assemble() throws Exception {
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString(), "felix.log.level", "0"));
        framework.start();
        assembly = new Assembly(Map.of(BundleContext.class, framework.getBundleContext(), DeliveryService.class,
                new PlainDelivery(folder.resolve("scratch"))));
    }

    private void open() {
        assembly.get(UiThread.class).attach(Display.getCurrent());
        assembly.get(Look.class).setTheme(Theme.LIGHT);
        CommandTable commands = assembly.get(CommandTable.class);
        assembly.all(CommandGroup.class).forEach(commands::add);
        ViewRegistry views = assembly.get(ViewRegistry.class);
        assembly.all(View.class).forEach(views::add);
        Preferences preferences = assembly.get(Preferences.class);
        assembly.all(PreferenceGroup.class).forEach(preferences::add);
        StatusParts parts = assembly.get(StatusParts.class);
        assembly.all(StatusPart.class).forEach(parts::add);
        Keys keys = new Keys(commands);
        List<Throwable> failures = new ArrayList<>();
        window = new WorkbenchWindow(Display.getCurrent(), new WorkbenchWindow.Parts(commands, keys,
                assembly.get(Look.class), views, parts), new WindowState(), () -> { }, failures::add);
        new ShellHandlers(window, commands, keys, views, theme -> { }).install();
        window.shell().setSize(1400, 900);
        window.shell().open();
        assembly.get(Windows.class).opened(window);
        views.views().stream().filter(view -> !view.isMultiple()).forEach(view -> window.open(view.id(), ""));
        OnDisplay.settle();
        assertThat(failures).isEmpty();
    }

    private static boolean isTranslated(Said said) {
        String text = said.text();
        return text.contains(PseudoTexts.MARK) || NAMES.contains(text) || DATA.stream().anyMatch(said.where()::contains)
                || text.startsWith(System.getenv("WIREPOST_HOME")) || text.chars().noneMatch(Character::isLetter);
    }

    /** Collects what a dialog says; a dialog that blocks is closed by the task that looks at it. */
    private List<Said> dialog(String command) {
        Display display = Display.getCurrent();
        List<Said> all = new ArrayList<>();
        display.timerExec(MILLIS_TO_OPEN, () -> {
            for (Shell shell : display.getShells()) {
                if (shell != window.shell() && !shell.isDisposed() && shell.isVisible()) {
                    all.addAll(VisibleTexts.of(shell));
                    shell.close();
                }
            }
        });
        assertThat(assembly.get(CommandTable.class).run(command)).as(command).isTrue();
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (all.isEmpty() && System.nanoTime() < deadline) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        assertThat(all).as(command).isNotEmpty();
        return all;
    }

    @Test
    void everythingInTheWindowComesFromTheTexts() throws Exception {
        assemble();
        PseudoTexts pseudo = new PseudoTexts(assembly.classes("Messages"));
        try {
            open();
            window.open("org.wirepost.compose", "pseudo");
            OnDisplay.settle();
            List<Said> all = VisibleTexts.of(window.shell());
            DIALOGS.forEach(command -> all.addAll(dialog(command)));
            assertThat(all).hasSizeGreaterThan(100);
            assertThat(all.stream().filter(said -> !isTranslated(said)).toList()).isEmpty();
        } finally {
            pseudo.restore();
            for (Shell shell : Display.getCurrent().getShells()) {
                shell.dispose();
            }
            assembly.get(Background.class).close();
            framework.stop();
        }
    }
}
