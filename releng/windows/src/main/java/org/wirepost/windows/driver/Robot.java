// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows.driver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

/**
 * Uses the windows of a display from another thread than theirs. Whatever is looked for is waited for, as long as the
 * patience lasts; then the test fails with the widgets that were there instead. A click or a key does not wait for its
 * effect, since it may open a dialog that stays; what comes after it is done after it.
 */
public final class Robot {

    private static final int LOOK_MILLIS = 5;
    private static final int DRAG_STEPS = 8;

    private final Display display;
    private final Duration patience;

    /**
     * Uses a display.
     *
     * @param display its thread runs the event loop
     */
    public Robot(Display display) {
        this(display, Duration.ofSeconds(20));
    }

    private Robot(Display display, Duration patience) {
        this.display = display;
        this.patience = patience;
    }

    /** Returns the same with other patience. */
    public Robot withPatience(Duration other) {
        return new Robot(display, other);
    }

    /** Returns the display. */
    public Display display() {
        return display;
    }

    /** Returns what is computed on the user interface thread; what is thrown there is thrown here. */
    public <T> T get(Supplier<T> supplier) {
        AtomicReference<T> result = new AtomicReference<>();
        run(() -> result.set(supplier.get()));
        return result.get();
    }

    /**
     * Does something on the user interface thread, and returns when it is done; what is thrown there is thrown here.
     */
    public void run(Runnable action) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        display.syncExec(() -> {
            try {
                action.run();
            } catch (Throwable e) {
                failure.set(e);
            }
        });
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        } else if (failure.get() instanceof Error e) {
            throw e;
        }
    }

    /**
     * Waits until a condition holds.
     *
     * @param what names it in the failure
     * @param condition asked on the user interface thread, again and again
     */
    public void until(String what, BooleanSupplier condition) {
        CompletableFuture<Boolean> held = new CompletableFuture<>();
        try {
            display.asyncExec(() -> look(condition, held));
            held.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            held.cancel(false);
            throw new AssertionError("Waited " + patience.toSeconds() + " s in vain for " + what + ".\n" + describe(),
                    e);
        } catch (ExecutionException e) {
            throw new AssertionError("Failed while waiting for " + what, e.getCause());
        } catch (SWTException e) {
            throw new AssertionError("The window closed while waiting for " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for " + what, e);
        }
    }

    private void look(BooleanSupplier condition, CompletableFuture<Boolean> held) {
        if (held.isDone()) {
            return;
        }
        try {
            if (condition.getAsBoolean()) {
                held.complete(true);
            } else {
                display.timerExec(LOOK_MILLIS, () -> look(condition, held));
            }
        } catch (Throwable e) {
            held.completeExceptionally(e);
        }
    }

    /** Waits until all that was posted to the user interface thread so far has been done and drawn. */
    public void settle() {
        run(() -> display.update());
        CompletableFuture<Boolean> quiet = new CompletableFuture<>();
        display.asyncExec(() -> display.timerExec(LOOK_MILLIS, () -> quiet.complete(true)));
        quiet.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Waits for a window, and returns it. */
    public Shell shell(Which which) {
        return find(Shell.class, which);
    }

    /**
     * Waits for a widget that can be seen, in any window, and returns it; of several, the one in the window that was
     * opened last.
     */
    public <T extends Widget> T find(Class<T> kind, Which which) {
        AtomicReference<T> found = new AtomicReference<>();
        until(kind.getSimpleName() + " of " + which, () -> {
            all(kind, which).stream().findFirst().ifPresent(found::set);
            return found.get() != null;
        });
        return found.get();
    }

    /** Tells whether there is such a widget now. */
    public boolean has(Which which) {
        return get(() -> !all(Widget.class, which).isEmpty());
    }

    /** Waits until there is no such widget any more. */
    public void untilGone(Which which) {
        until("the end of " + which, () -> all(Widget.class, which).isEmpty());
    }

    /** Must be called on the user interface thread. */
    private <T extends Widget> List<T> all(Class<T> kind, Which which) {
        return Tree.of(display).stream().filter(kind::isInstance).filter(which::matches).filter(Robot::isVisible)
                .map(kind::cast).toList();
    }

    private static boolean isVisible(Widget widget) {
        return !(widget instanceof Control control) || control.isVisible();
    }

    /** Waits for a widget and returns something of it. */
    public <T extends Widget, R> R of(Class<T> kind, Which which, Function<T, R> what) {
        T widget = find(kind, which);
        return get(() -> what.apply(widget));
    }

    /** Returns what a widget shows, or what was typed into it. */
    public String text(Which which) {
        return of(Widget.class, which, widget -> Words.of(widget).orElse(""));
    }

    /** Clicks on a button, a link, a tab, an item of a menu or a tool bar; waits until it can be clicked. */
    public void click(Which which) {
        find(Widget.class, which);
        until(which + " to be enabled", () -> {
            // A menu may be filled anew when it opens, so its item is looked for again.
            all(MenuItem.class, which).stream().findFirst().ifPresent(Clicks::openMenu);
            Optional<Widget> found = all(Widget.class, which).stream().findFirst().filter(Clicks::isEnabled);
            found.ifPresent(widget -> display.asyncExec(() -> Clicks.click(widget)));
            return found.isPresent();
        });
    }

    /**
     * Puts the focus on a field and the text in the place of what was in it, as from an input method: every listener
     * for
     * changes hears of it.
     */
    public void type(Which which, String text) {
        Control field = find(Control.class, which);
        run(() -> Fields.replace(field, text));
    }

    /** Chooses, in a combo box, list, table, tree or tab folder, the entry with that text. */
    public void select(Which which, String entry) {
        Control control = find(Control.class, which);
        until("the entry '" + entry + "' in " + which, () -> Fields.indexOf(control, entry) >= 0);
        display.asyncExec(() -> Fields.select(control, entry));
    }

    /**
     * Presses a key in the window that has the focus, by way of the window system.
     *
     * @param stroke such as {@code Ctrl+Enter}, {@code Shift+Tab}, {@code F1}, {@code a}
     */
    public void press(String stroke) {
        until("a window with the focus", () -> display.getActiveShell() != null);
        if (Xdotool.isThere()) {
            // Until the window system has handed the focus to the window, it would get the key before.
            settle();
            Xdotool.run("key", "--clearmodifiers", Xdotool.key(stroke));
        } else {
            Keystroke parsed = Keystroke.of(stroke);
            display.asyncExec(() -> parsed.post(display));
        }
        settle();
    }

    /**
     * Presses the left button of the mouse on one place, moves it to another, and lets go.
     *
     * @param from where it is pressed, relative to the screen
     * @param to where it is let go
     */
    public void drag(Point from, Point to) {
        Xdotool.run("mousemove", at(from.x), at(from.y), "mousedown", "1");
        // The toolkit speaks of a drag only after a few pixels.
        for (int step = 1; step <= DRAG_STEPS; step++) {
            Xdotool.run("mousemove", at(from.x + (to.x - from.x) * step / DRAG_STEPS),
                    at(from.y + (to.y - from.y) * step / DRAG_STEPS));
            settle();
        }
        Xdotool.run("mouseup", "1");
        settle();
    }

    /** Clicks twice on a place of the screen. */
    public void doubleClick(Point place) {
        Xdotool.run("mousemove", at(place.x), at(place.y));
        settle();
        Xdotool.run("click", "--repeat", "2", "--delay", "40", "1");
        settle();
    }

    private static String at(int pixels) {
        return Integer.toString(pixels);
    }

    /** Closes a window as its frame does: it may ask, or refuse. */
    public void close(Shell shell) {
        display.asyncExec(() -> {
            if (!shell.isDisposed()) {
                shell.close();
            }
        });
    }

    /** Returns all that can be seen, a line each, for failures and for whoever writes a test. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        run(() -> {
            for (Widget widget : Tree.of(display)) {
                if (!widget.isDisposed() && isVisible(widget)) {
                    Object id = widget.getData(Which.ID);
                    text.append(widget.getClass().getSimpleName()).append(id == null ? "" : " [" + id + "]")
                            .append(Words.of(widget).filter(words -> !words.isEmpty()).map(words -> " '" + words + "'")
                                    .orElse("")).append('\n');
                }
            }
        });
        return text.toString();
    }

    /** Returns all widgets, also those that cannot be seen; on the user interface thread. */
    public List<Widget> widgets() {
        return Tree.of(display).stream().filter(widget -> !widget.isDisposed()).toList();
    }

    /** Types into whatever has the focus, key by key. */
    public void keys(String text) {
        Xdotool.run("type", "--delay", "4", text);
        settle();
    }

    /** Returns all widgets in a control, itself first, that can be seen. */
    public List<Widget> within(Control control) {
        return get(() -> Tree.of(control).stream().filter(widget -> !widget.isDisposed() && isVisible(widget))
                .toList());
    }

    /** Returns the control that has the focus, if one has. */
    public Optional<Control> focus() {
        return get(() -> Optional.ofNullable(display.getFocusControl()));
    }

    /** Moves to the next control as Tab does, without the window system. */
    public void tab() {
        run(() -> {
            Control control = display.getFocusControl();
            if (control != null) {
                control.traverse(SWT.TRAVERSE_TAB_NEXT);
            }
        });
    }
}
