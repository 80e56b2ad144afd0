// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 the Wirepost authors
package org.wirepost.ui.internal.attach;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.wirepost.ui.internal.look.Look;
import org.wirepost.ui.internal.look.Tone;

/** The buttons at the end of a row; those that can do nothing now are not there. */
final class RowTools {

    /** A button that a row can have. */
    private record Tool(String name, int style, String label, String tip, Runnable action) { }

    private final ToolBar bar;
    private final Look look;
    private final AttachmentItem item;
    private final Tool inline;
    private final Tool options;
    private final Tool undo;
    private final Tool reload;
    private final Tool remove;
    private List<Tool> shown = List.of();
    private Point size = new Point(0, 0);

    RowTools(Composite parent, Look look, AttachmentList list, AttachmentItem item, Runnable toggleDetails) {
        this.look = look;
        this.item = item;
        bar = new ToolBar(parent, SWT.FLAT | SWT.HORIZONTAL);
        inline = new Tool("inline", SWT.CHECK, Messages.inlineButton,
                Messages.bind(Messages.inlineTip, "cid:" + item.name()), () -> list.setInline(item, !item.isInline()));
        options = new Tool("options", SWT.CHECK, Messages.optionsButton, Messages.optionsTip, toggleDetails);
        undo = new Tool("undo", SWT.PUSH, Messages.undoButton, Messages.undoTip, () -> list.undoChanges(item));
        reload = new Tool("reload", SWT.PUSH, Messages.reloadButton, Messages.reloadTip, () -> list.reload(item));
        remove = new Tool("remove", SWT.PUSH, Messages.removeButton, Messages.removeTip, () -> list.remove(item));
        look.paint(bar, Tone.TEXT, Tone.GROUND);
        look.watch(bar, () -> {
            for (ToolItem button : bar.getItems()) {
                button.setImage(look.icon("attach-" + ((Tool) button.getData()).name()));
            }
        });
        bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID < 0) {
                    event.result = Messages.bind(Messages.toolsName, item.name());
                } else if (event.childID < bar.getItemCount()) {
                    event.result = ((Tool) bar.getItem(event.childID).getData()).label();
                }
            }
        });
    }

    /** Returns the size of the buttons, asked of the toolkit when they change. */
    Point size() {
        return size;
    }

    ToolBar bar() {
        return bar;
    }

    /** Tells whether a file can be shown in a text. */
    static boolean canBeInline(AttachmentItem item) {
        return item.isInline() || item.inspection().map(found -> found.report().type().startsWith("image/"))
                .orElse(false);
    }

    /** Shows what can be done now; returns whether there are other buttons than before. */
    boolean show(boolean detailed) {
        List<Tool> wanted = new java.util.ArrayList<>(List.of(inline, options, undo, reload, remove));
        wanted.removeIf(tool -> tool == inline && !canBeInline(item) || tool == undo && item.options().isEmpty()
                || tool == reload && !canReload());
        boolean different = !wanted.equals(shown);
        if (different) {
            fill(wanted);
        }
        for (ToolItem button : bar.getItems()) {
            boolean pressed = button.getData() == inline ? item.isInline() : button.getData() == options && detailed;
            if (button.getSelection() != pressed) {
                button.setSelection(pressed);
            }
        }
        return different;
    }

    private boolean canReload() {
        return switch (item.state()) {
            case CHANGED, MISSING, FAILED -> true;
            case LOOKING, READY -> false;
        };
    }

    /** Buttons that stay are not touched, for one of them may have the focus. */
    private void fill(List<Tool> wanted) {
        for (ToolItem button : bar.getItems()) {
            if (!wanted.contains(button.getData())) {
                button.dispose();
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= bar.getItemCount() || bar.getItem(i).getData() != wanted.get(i)) {
                add(wanted.get(i), i);
            }
        }
        shown = List.copyOf(wanted);
        size = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
    }

    private void add(Tool tool, int index) {
        ToolItem button = new ToolItem(bar, tool.style(), index);
        button.setData(tool);
        button.setData("wirepost.id", "attach." + tool.name());
        button.setToolTipText(tool.label() + ": " + tool.tip());
        button.setImage(look.icon("attach-" + tool.name()));
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> tool.action().run()));
    }
}
