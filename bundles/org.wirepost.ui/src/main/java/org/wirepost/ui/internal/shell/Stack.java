// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolder2Adapter;
import org.eclipse.swt.custom.CTabFolderEvent;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.wirepost.ui.Place;
import org.wirepost.ui.internal.look.FlatTabs;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** Panes that lie upon each other under a row of tabs. */
final class Stack {

    private static final int TAB_ROOM = 14;

    private final WorkbenchWindow window;
    private final Place place;
    private final CTabFolder folder;

    Stack(WorkbenchWindow window, Place place, Composite parent, Look look) {
        this.window = window;
        this.place = place;
        this.folder = new CTabFolder(parent, SWT.CLOSE | SWT.BORDER);
        folder.setData("wirepost.id", "stack." + place);
        folder.setUnselectedCloseVisible(false);
        FlatTabs.on(folder, look);
        look.watch(folder, () -> {
            folder.setForeground(look.color(Tone.QUIET));
            folder.setBackground(look.color(Tone.RAISED));
            folder.setSelectionForeground(look.color(Tone.TEXT));
            folder.setSelectionBackground(look.color(Tone.GROUND));
            folder.setFont(look.text());
            folder.setTabHeight(tabHeight());
        });
        listen(look);
    }

    private void listen(Look look) {
        folder.addCTabFolder2Listener(new CTabFolder2Adapter() {
            @Override
            public void close(CTabFolderEvent event) {
                event.doit = false;
                window.askToClose((OpenPane) event.item.getData());
            }
        });
        folder.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected()
                .ifPresent(window::activate)));
        folder.addListener(SWT.MouseDown, new DoubleClick(() -> window.areas().toggleMaximized(this)));
        folder.addListener(SWT.DragDetect, this::drag);
        folder.addListener(SWT.Paint, event -> {
            if (isEmpty() && place == Place.CENTER) {
                EmptyHint.draw(event.gc, folder.getClientArea(), window.emptyHint(), look);
            }
        });
        folder.addListener(SWT.MenuDetect, event -> selected().ifPresent(pane -> window.showTabMenu(pane, folder)));
    }

    /** The same for all stacks, also where arrows stand behind the tabs. */
    private int tabHeight() {
        GC gc = new GC(folder);
        int height = gc.getFontMetrics().getHeight() + TAB_ROOM;
        gc.dispose();
        return height;
    }

    private void drag(Event event) {
        CTabItem item = folder.getItem(new Point(event.x, event.y));
        if (item != null) {
            TabDrag.begin(window, (OpenPane) item.getData(), folder);
        }
    }

    Place place() {
        return place;
    }

    CTabFolder folder() {
        return folder;
    }

    boolean isEmpty() {
        return folder.getItemCount() == 0;
    }

    List<OpenPane> panes() {
        List<OpenPane> panes = new ArrayList<>();
        for (CTabItem item : folder.getItems()) {
            panes.add((OpenPane) item.getData());
        }
        return panes;
    }

    Optional<OpenPane> selected() {
        return Optional.ofNullable(folder.getSelection()).map(item -> (OpenPane) item.getData());
    }

    /** Takes a pane in, at a position or at the end. */
    void put(OpenPane pane, int position) {
        CTabItem old = pane.tab();
        pane.body().setParent(folder);
        int index = position < 0 || position > folder.getItemCount() ? folder.getItemCount() : position;
        CTabItem item = new CTabItem(folder, SWT.NONE, index);
        pane.standUnder(item);
        if (old != null && !old.isDisposed()) {
            old.setControl(null);
            old.dispose();
        }
    }

    void select(OpenPane pane) {
        folder.setSelection(pane.tab());
    }

    /** Returns the position of a pane that comes to its own place: by the order of its view, letters behind. */
    int positionFor(OpenPane pane) {
        int position = 0;
        while (position < panes().size() && panes().get(position).view().order() <= pane.view().order()) {
            position++;
        }
        return position;
    }

    /** Returns the position that a point, relative to the display, means among the tabs. */
    int positionAt(Point point) {
        CTabItem item = folder.getItem(folder.toControl(point));
        return item == null ? -1 : folder.indexOf(item);
    }
}
