// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.account.Places;
import org.wirepost.account.StoredFile;
import org.wirepost.ui.internal.command.CommandSpec;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.crash.CrashDialog;
import org.wirepost.ui.internal.crash.CrashReports;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Palette;
import org.wirepost.ui.internal.prefs.Settings;
import org.wirepost.ui.internal.work.Background;
import org.wirepost.ui.internal.work.UiThread;

/** The desktop as the start script sees it: opens the window and returns when it is closed. */
@Component(service = ToIntFunction.class, property = "wirepost.desktop:Boolean=true")
public final class DesktopComponent implements ToIntFunction<String[]>, AutoCloseable {

    /** After the start, which has enough to do. */
    private static final int WARM_UP_MILLIS = 400;

    private final CommandTable commands;
    private final ViewRegistry views;
    private final StatusParts statusParts;
    private final Windows windows;
    private final Look look;
    private final Settings settings;
    private final UiThread ui;
    private final Background background;
    private final CrashReports crashes;
    private volatile Optional<Display> display = Optional.empty();

    /** Made by the framework, after the parts, which do their work by being there. */
    @Activate
    public DesktopComponent(@Reference CommandTable commands, @Reference ViewRegistry views,
            @Reference StatusParts statusParts, @Reference Windows windows, @Reference Look look,
            @Reference Settings settings, @Reference UiThread ui, @Reference Background background,
            @Reference CrashReports crashes, @Reference List<DeskPart> deskParts) {
        this.commands = commands;
        this.views = views;
        this.statusParts = statusParts;
        this.windows = windows;
        this.look = look;
        this.settings = settings;
        this.ui = ui;
        this.background = background;
        this.crashes = crashes;
    }

    @Override
    public int applyAsInt(String[] words) {
        Display.setAppName("Wirepost");
        Display running = new Display();
        display = Optional.of(running);
        try {
            new Desktop(running, this).run(List.of(words));
            return 0;
        } catch (java.io.IOException e) {
            System.err.println("wirepost: " + e.getMessage());
            return 78;
        } finally {
            ui.detach();
            running.dispose();
            display = Optional.empty();
        }
    }

    /** Closes the window as at the end of a login session: without questions; drafts are kept. */
    @Override
    public void close() {
        display.filter(running -> !running.isDisposed()).ifPresent(running -> running.asyncExec(() -> {
            for (var shell : running.getShells()) {
                shell.dispose();
            }
        }));
    }

    /** One run, from the first window to the last. */
    private record Desktop(Display running, DesktopComponent parts) {

        void run(List<String> words) throws java.io.IOException {
            StoredFile file = new StoredFile(Places.system().data().resolve("window.json"));
            Keys keys = new Keys(parts.commands);
            parts.ui.attach(running);
            Themes themes = new Themes(parts.look, parts.settings);
            themes.apply();
            drawIconsAhead(parts.look.palette());
            WindowState state = WindowFile.read(file);
            StateKeeper keeper = new StateKeeper(file, state, parts.background, parts.ui);
            WorkbenchWindow window = new WorkbenchWindow(running, new WorkbenchWindow.Parts(parts.commands, keys,
                    parts.look, parts.views, parts.statusParts), state, keeper::changed, parts.crashes::report);
            keeper.watch(window);
            keys.listen(running);
            new ShellHandlers(window, parts.commands, keys, parts.views, themes::choose).install();
            parts.crashes.setViewer(report -> new CrashDialog(window.shell(), report, parts.look).open());
            ViewWatch watch = new ViewWatch(parts.ui, window);
            parts.views.watch(watch);
            parts.commands.watch(() -> parts.ui.run(() -> {
                keys.rebind();
                window.tools().fill();
            }));
            show(window, state);
            parts.windows.opened(window);
            parts.windows.take(words);
            parts.background.later(new WarmUp(parts.look, parts.look.palette()), WARM_UP_MILLIS);
            loop(window);
            parts.views.unwatch(watch);
            parts.windows.closed();
        }

        /** Drawing the first picture takes a while; it can be done while the window is put together. */
        private void drawIconsAhead(Palette palette) {
            parts.background.execute(() -> {
                try {
                    parts.look.drawAhead(tabIcons(), buttonIcons(), palette);
                } catch (RuntimeException e) {
                    System.getLogger(DesktopComponent.class.getName()).log(System.Logger.Level.DEBUG,
                            "An icon is left to the window", e);
                }
            });
        }

        private List<URL> tabIcons() {
            return parts.views.views().stream().flatMap(view -> view.icon().stream()).toList();
        }

        private List<String> buttonIcons() {
            return parts.commands.commands().stream().filter(spec -> spec.toolBar() > 0).map(CommandSpec::icon)
                    .filter(icon -> !icon.isEmpty()).toList();
        }

        private void show(WorkbenchWindow window, WindowState state) {
            var shell = window.shell();
            shell.setImages(parts.look.windowIcons());
            shell.setBounds(FirstBounds.of(running, state.bounds));
            shell.setMaximized(state.maximized);
            shell.addListener(SWT.Close, event -> event.doit = parts.windows.mayClose());
            shell.open();
        }

        private void loop(WorkbenchWindow window) {
            while (!window.shell().isDisposed()) {
                try {
                    if (!running.readAndDispatch()) {
                        running.sleep();
                    }
                } catch (RuntimeException | Error e) {
                    parts.crashes.report(e);
                }
            }
        }
    }
}
