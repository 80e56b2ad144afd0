// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.windows;

import java.util.function.ToIntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.wirepost.windows.driver.Which;

/** A window with one of each, to try the driver on. */
final class TinyWindow implements ToIntFunction<String[]>, AutoCloseable {

    private volatile Shell shell;
    private Text text;

    @Override
    public int applyAsInt(String[] words) {
        Display display = new Display();
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setText("Tiny");
        shell.setLayout(new RowLayout(SWT.VERTICAL));
        fill();
        shell.setSize(400, 300);
        shell.open();
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
        return words.length;
    }

    private void fill() {
        Menu bar = new Menu(shell, SWT.BAR);
        MenuItem file = new MenuItem(bar, SWT.CASCADE);
        file.setText("&File");
        file.setMenu(new Menu(shell, SWT.DROP_DOWN));
        // Filled anew whenever it opens.
        file.getMenu().addListener(SWT.Show, event -> fill(file.getMenu()));
        fill(file.getMenu());
        shell.setMenuBar(bar);
        text = new Text(shell, SWT.BORDER);
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = "Subject";
            }
        });
        Label echo = new Label(shell, SWT.NONE);
        echo.setData(Which.ID, "echo");
        text.addListener(SWT.Modify, event -> {
            echo.setText(text.getText());
            shell.layout();
        });
        Combo combo = new Combo(shell, SWT.READ_ONLY);
        combo.setItems("red", "green");
        combo.setData(Which.ID, "colour");
        combo.addListener(SWT.Selection, event -> text.setText(combo.getText()));
        Button ask = new Button(shell, SWT.PUSH);
        ask.setText("&Ask...");
        ask.addListener(SWT.Selection, event -> ask());
    }

    private void fill(Menu menu) {
        for (MenuItem old : menu.getItems()) {
            old.dispose();
        }
        MenuItem save = new MenuItem(menu, SWT.PUSH);
        save.setText("&Save\tCtrl+S");
        save.setAccelerator(SWT.CTRL | 'S');
        save.setData(Which.ID, "save");
        save.addListener(SWT.Selection, event -> text.setText("saved"));
    }

    /** A dialog that blocks whoever opens it. */
    private void ask() {
        Shell dialog = new Shell(shell, SWT.DIALOG_TRIM | SWT.APPLICATION_MODAL);
        dialog.setText("Sure?");
        dialog.setLayout(new RowLayout());
        Button yes = new Button(dialog, SWT.PUSH);
        yes.setText("Yes");
        yes.addListener(SWT.Selection, event -> dialog.dispose());
        dialog.pack();
        dialog.open();
        while (!dialog.isDisposed()) {
            if (!dialog.getDisplay().readAndDispatch()) {
                dialog.getDisplay().sleep();
            }
        }
    }

    @Override
    public void close() {
        Shell open = shell;
        if (!open.isDisposed()) {
            open.getDisplay().asyncExec(open::dispose);
        }
    }
}
