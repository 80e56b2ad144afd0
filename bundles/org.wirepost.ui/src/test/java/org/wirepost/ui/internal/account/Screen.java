// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Uses the widgets of the display on its own thread. */
final class Screen {

    private static final long PATIENCE_SECONDS = 20;
    private static final int LOOK_MILLIS = 10;

    private Screen() {
    }

    static <T extends Control> T find(Class<T> kind, String id) {
        return search(id).map(kind::cast).orElseThrow(() -> new AssertionError("There is no " + id));
    }

    static Optional<Control> search(String id) {
        List<Control> all = new ArrayList<>();
        for (Shell shell : Display.getCurrent().getShells()) {
            collect(shell, all);
        }
        return all.stream().filter(control -> id.equals(control.getData("wirepost.id"))).findFirst();
    }

    private static void collect(Control control, List<Control> all) {
        all.add(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, all);
            }
        }
    }

    static void type(String id, String words) {
        find(Text.class, id).setText(words);
    }

    static void click(String id) {
        Button button = find(Button.class, id);
        if (!button.isEnabled()) {
            throw new AssertionError(id + " is disabled");
        }
        button.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
    }

    /** Has something done as soon as a dialog is there, whose event loop runs by then. */
    static void whenOpen(String id, Runnable action) {
        Display.getCurrent().timerExec(LOOK_MILLIS, () -> {
            if (search(id).isPresent()) {
                action.run();
            } else {
                whenOpen(id, action);
            }
        });
    }

    static void await(String what, BooleanSupplier condition) {
        Display display = Display.getCurrent();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Runnable wake = () -> { };
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain for " + what);
            }
            if (!display.readAndDispatch()) {
                display.timerExec(LOOK_MILLIS, wake);
                display.sleep();
            }
        }
    }
}
