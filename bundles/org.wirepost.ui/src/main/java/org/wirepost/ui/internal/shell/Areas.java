// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.wirepost.ui.Place;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The four stacks and the sashes between them; but for the middle, a stack without panes takes no room. */
final class Areas {

    private static final int SASH_WIDTH = 4;

    private final SashForm rows;
    private final SashForm columns;
    private final Map<Place, Stack> stacks = new EnumMap<>(Place.class);
    private Optional<Stack> maximized = Optional.empty();
    private boolean all;

    Areas(WorkbenchWindow window, Composite parent, Look look) {
        rows = sash(parent, SWT.VERTICAL, look);
        columns = sash(rows, SWT.HORIZONTAL, look);
        for (Place place : List.of(Place.LEFT, Place.CENTER, Place.RIGHT)) {
            stacks.put(place, new Stack(window, place, columns, look));
        }
        stacks.put(Place.BOTTOM, new Stack(window, Place.BOTTOM, rows, look));
    }

    private static SashForm sash(Composite parent, int style, Look look) {
        SashForm form = new SashForm(parent, style | SWT.SMOOTH);
        form.setSashWidth(SASH_WIDTH);
        look.paint(form, Tone.TEXT, Tone.RAISED);
        return form;
    }

    Control control() {
        return rows;
    }

    Stack stack(Place place) {
        return stacks.get(place);
    }

    List<Stack> stacks() {
        return new ArrayList<>(stacks.values());
    }

    /** Shows empty stacks as well, while a tab is being moved. */
    void showAll(boolean wanted) {
        all = wanted;
        refresh();
    }

    /**
     * Gives room to the stacks that have panes, or to the one that is to have it all. The others are hidden and not
     * only without size, so that the keyboard does not go there.
     */
    void refresh() {
        maximized = maximized.filter(stack -> !stack.isEmpty());
        boolean top = false;
        boolean changed = false;
        for (Stack stack : stacks.values()) {
            boolean visible = isWanted(stack);
            changed |= show(stack.folder(), visible);
            top |= visible && stack.place() != Place.BOTTOM;
        }
        changed |= show(columns, top);
        if (changed) {
            columns.layout();
            rows.layout();
        }
        stack(Place.CENTER).folder().redraw();
    }

    private boolean isWanted(Stack stack) {
        if (all) {
            return true;
        }
        return maximized.map(only -> only == stack).orElse(stack.place() == Place.CENTER || !stack.isEmpty());
    }

    private static boolean show(Control control, boolean wanted) {
        boolean changed = control.getVisible() != wanted;
        if (changed) {
            control.setVisible(wanted);
        }
        return changed;
    }

    void toggleMaximized(Stack stack) {
        maximized = maximized.isPresent() ? Optional.empty() : Optional.of(stack);
        refresh();
    }

    /** Ends the time of the one stack that has all the room, when a pane comes into another. */
    void makeVisible(Stack stack) {
        if (maximized.filter(only -> only != stack).isPresent()) {
            maximized = Optional.empty();
            refresh();
        }
    }

    void setWeights(Arrangement arrangement) {
        columns.setWeights(arrangement.columns);
        rows.setWeights(arrangement.rows);
    }

    /** Remembers the weights; SWT gives them as shares of a thousand. */
    void saveWeights(Arrangement arrangement) {
        arrangement.columns = columns.getWeights();
        arrangement.rows = rows.getWeights();
    }

    Optional<Stack> at(Point onDisplay) {
        for (Stack stack : stacks.values()) {
            Rectangle bounds = stack.folder().getDisplay().map(stack.folder(), null,
                    stack.folder().getClientArea().union(new Rectangle(0, 0, stack.folder().getSize().x,
                            stack.folder().getSize().y)));
            if (stack.folder().isVisible() && bounds.contains(onDisplay)) {
                return Optional.of(stack);
            }
        }
        return Optional.empty();
    }
}
