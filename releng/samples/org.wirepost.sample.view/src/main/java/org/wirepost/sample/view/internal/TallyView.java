// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.sample.view.internal;

import java.net.URL;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.wirepost.ui.Pane;
import org.wirepost.ui.Place;
import org.wirepost.ui.View;
import org.wirepost.ui.ViewSite;

/** Shows how often each reply code has come. */
@Component
public final class TallyView implements View {

    private static final int WIDTH = 90;

    private final Tally tally;

    /**
     * Made by the framework.
     *
     * @param tally counts
     */
    @Activate
    public TallyView(@Reference Tally tally) {
        this.tally = tally;
    }

    @Override
    public String id() {
        return "org.wirepost.sample.tally";
    }

    @Override
    public String title() {
        return "Reply tally";
    }

    @Override
    public Optional<URL> icon() {
        return Optional.ofNullable(TallyView.class.getResource("/tally.svg"));
    }

    @Override
    public Place place() {
        return Place.RIGHT;
    }

    @Override
    public Pane create(Composite parent, ViewSite site) {
        Table table = new Table(parent, SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        for (String title : new String[] {"Code", "Times"}) {
            TableColumn column = new TableColumn(table, SWT.NONE);
            column.setText(title);
            column.setWidth(WIDTH);
        }
        fill(table);
        Display display = table.getDisplay();
        AtomicBoolean asked = new AtomicBoolean();
        // Sessions have threads of their own: the table is filled on that of the window, and once for many replies.
        Runnable end = tally.watch(() -> {
            if (asked.compareAndSet(false, true) && !display.isDisposed()) {
                display.asyncExec(() -> {
                    asked.set(false);
                    fill(table);
                });
            }
        });
        table.addDisposeListener(event -> end.run());
        return table::setFocus;
    }

    private void fill(Table table) {
        if (!table.isDisposed()) {
            table.removeAll();
            tally.counts().forEach((code, times) -> new TableItem(table, SWT.NONE)
                    .setText(new String[] {code.toString(), times.toString()}));
        }
    }
}
