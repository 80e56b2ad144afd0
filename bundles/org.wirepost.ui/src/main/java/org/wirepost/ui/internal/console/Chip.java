// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.wirepost.ui.internal.look.Look;

/**
 * A button that tells which values of a kind pass the filter, with a menu to choose them.
 *
 * @param <E> the kind
 */
final class Chip<E extends Enum<E>> {

    private final Button button;
    private final Class<E> kind;
    private final String name;
    private final Function<E, String> words;
    private final Runnable changed;
    private EnumSet<E> chosen;

    Chip(Composite parent, Look look, Class<E> kind, String name, Function<E, String> words, Runnable changed) {
        this.kind = kind;
        this.name = name;
        this.words = words;
        this.changed = changed;
        this.chosen = EnumSet.allOf(kind);
        button = new Button(parent, SWT.PUSH);
        button.setData("wirepost.id", "console.chip." + kind.getSimpleName());
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> open()));
        look.watch(button, () -> button.setFont(look.text()));
        tell();
    }

    Set<E> chosen() {
        return EnumSet.copyOf(chosen);
    }

    void reset() {
        chosen = EnumSet.allOf(kind);
        tell();
    }

    private void open() {
        Menu menu = new Menu(button);
        add(menu, Messages.chipAll, SWT.PUSH).addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            reset();
            changed.run();
        }));
        new MenuItem(menu, SWT.SEPARATOR);
        for (E value : kind.getEnumConstants()) {
            MenuItem item = add(menu, words.apply(value), SWT.CHECK);
            item.setSelection(chosen.contains(value));
            item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> choose(value)));
        }
        Rectangle bounds = button.getBounds();
        menu.setLocation(button.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.addListener(SWT.Hide, event -> button.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static MenuItem add(Menu menu, String text, int style) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text);
        return item;
    }

    /** The first choice takes one value alone; further ones add to it or take away; nothing at all means everything. */
    private void choose(E value) {
        if (chosen.size() == kind.getEnumConstants().length) {
            chosen = EnumSet.of(value);
        } else if (!chosen.remove(value)) {
            chosen.add(value);
        }
        if (chosen.isEmpty()) {
            chosen = EnumSet.allOf(kind);
        }
        tell();
        changed.run();
    }

    private void tell() {
        boolean all = chosen.size() == kind.getEnumConstants().length;
        String value = all ? Messages.chipEverything
                : chosen.size() == 1 ? words.apply(chosen.iterator().next())
                        : Messages.bind(Messages.chipSome, chosen.size());
        button.setText(Messages.bind(Messages.chipText, name, value));
        button.setToolTipText(Messages.bind(Messages.chipTip, name));
        button.getParent().layout();
    }
}
