// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;
import org.wirepost.ui.internal.session.Recording;

/** The row above the waterfall: sessions, filter and switches. */
final class TopBar {

    private static final int LEAST_WIDTH = 160;

    private final SessionBar sessions;
    private final FilterBar filter;
    private final ToolBar tools;
    private final Map<String, ToolItem> items = new LinkedHashMap<>();
    private final ConsoleActions actions;

    TopBar(Composite parent, Look look, Consumer<Recording> chosen, Consumer<RowFilter> filtered,
            ConsoleActions actions) {
        this.actions = actions;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 3).spacing(6, 0).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        look.paint(row, Tone.TEXT, Tone.RAISED);
        sessions = new SessionBar(row, look, chosen);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(LEAST_WIDTH, SWT.DEFAULT)
                .applyTo(sessions.control());
        filter = new FilterBar(row, look, filtered);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(filter.control());
        tools = new ToolBar(row, SWT.FLAT | SWT.HORIZONTAL);
        look.paint(tools, Tone.TEXT, Tone.RAISED);
        Names.give(tools, Messages.toolsName);
        fill(look);
    }

    private void fill(Look look) {
        add(ConsoleCommands.PIN, "console-pin", Messages.pinTip, SWT.CHECK);
        add(ConsoleCommands.SCROLL_LOCK, "console-lock", Messages.scrollLockTip, SWT.CHECK);
        add(ConsoleCommands.DECODE, "console-decode", Messages.decodeTip, SWT.CHECK);
        add(ConsoleCommands.DETAIL, "console-detail", Messages.detailTip, SWT.CHECK);
        new ToolItem(tools, SWT.SEPARATOR);
        add(ConsoleCommands.HAND, "console-hand", Messages.handTip, SWT.PUSH);
        add(ConsoleCommands.COPY, "console-copy", Messages.copyMenuTip, SWT.DROP_DOWN);
        add(ConsoleCommands.SAVE, "console-save", Messages.saveTip, SWT.PUSH);
        add(ConsoleCommands.CLEAR, "console-clear", Messages.clearTip, SWT.PUSH);
        look.watch(tools, () -> items.forEach((id, item) -> item.setImage(look.icon((String) item.getData("icon")))));
    }

    private void add(String command, String icon, String tip, int style) {
        ToolItem item = new ToolItem(tools, style);
        item.setToolTipText(tip);
        item.setData("wirepost.id", command);
        item.setData("icon", icon);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            if (style == SWT.DROP_DOWN && event.detail == SWT.ARROW) {
                actions.copyMenu(item);
            } else {
                actions.run(command);
            }
        }));
        items.put(command, item);
    }

    FilterBar filter() {
        return filter;
    }

    /** Shows what there is and what is switched on. */
    void show(List<Recording> all, Optional<Recording> current, ConsoleState state) {
        sessions.show(all, current);
        check(ConsoleCommands.PIN, current.map(Recording::isPinned).orElse(false));
        check(ConsoleCommands.SCROLL_LOCK, state.isLocked());
        check(ConsoleCommands.DECODE, state.isDecoded());
        check(ConsoleCommands.DETAIL, state.isDetailShown());
        for (String command : List.of(ConsoleCommands.PIN, ConsoleCommands.COPY, ConsoleCommands.SAVE)) {
            items.get(command).setEnabled(current.isPresent());
        }
    }

    private void check(String command, boolean on) {
        ToolItem item = items.get(command);
        if (item.getSelection() != on) {
            item.setSelection(on);
        }
    }
}
