// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.wirepost.ui.internal.command.CommandTable;
import org.wirepost.ui.internal.command.Keys;
import org.wirepost.ui.internal.look.Theme;

/** What the commands of the window do. */
final class ShellHandlers {

    private final WorkbenchWindow window;
    private final CommandTable commands;
    private final Keys keys;
    private final ViewRegistry views;
    private final Consumer<Theme> themes;

    ShellHandlers(WorkbenchWindow window, CommandTable commands, Keys keys, ViewRegistry views,
            Consumer<Theme> themes) {
        this.window = window;
        this.commands = commands;
        this.keys = keys;
        this.views = views;
        this.themes = themes;
    }

    void install() {
        commands.handle(ShellCommands.EXIT, window.shell()::close);
        commands.handle(ShellCommands.CLOSE, () -> window.active().ifPresent(window::askToClose),
                () -> window.active().isPresent());
        commands.handle(ShellCommands.NEXT, () -> step(1));
        commands.handle(ShellCommands.PREVIOUS, () -> step(-1));
        commands.handle(ShellCommands.MAXIMIZE,
                () -> window.active().flatMap(window::stackOf).ifPresent(window.areas()::toggleMaximized),
                () -> window.active().isPresent());
        commands.handle(ShellCommands.RESET, window::resetLayout);
        commands.handle(ShellCommands.QUICK_ACCESS,
                () -> new QuickAccess(window.shell(), commands, keys, views, window, window.look()).open());
        commands.handle(ShellCommands.KEYS, () -> new KeyHelp(window.shell(), commands, keys, window.look()).open());
        for (LayoutName layout : LayoutName.values()) {
            commands.handle(ShellCommands.LAYOUT + lower(layout), () -> window.setLayout(layout));
        }
        for (Theme theme : Theme.values()) {
            commands.handle(ShellCommands.THEME + lower(theme), () -> themes.accept(theme));
        }
        Display display = window.shell().getDisplay();
        Listener numbers = this::goToNumber;
        display.addFilter(SWT.KeyDown, numbers);
        window.shell().addDisposeListener(event -> display.removeFilter(SWT.KeyDown, numbers));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void step(int by) {
        List<OpenPane> front = window.stacks().stream().flatMap(stack -> stack.selected().stream()).toList();
        if (!front.isEmpty()) {
            int now = window.active().map(front::indexOf).orElse(-1);
            window.activate(front.get(Math.floorMod(now + by, front.size())));
        }
    }

    /** Alt and a digit: the pane of that number, counted through all stacks. */
    private void goToNumber(Event event) {
        int number = event.keyCode - '1';
        boolean ours = event.display == Display.getCurrent() && window.shell() == event.display.getActiveShell();
        if (ours && event.stateMask == SWT.ALT && number >= 0 && number < 9) {
            List<OpenPane> all = window.stacks().stream().flatMap(stack -> stack.panes().stream()).toList();
            if (number < all.size()) {
                window.activate(all.get(number));
                event.doit = false;
            }
        }
    }
}
